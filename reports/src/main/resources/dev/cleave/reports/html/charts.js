/*
 * Draws the charts of the data block with ECharts. Each kind of chart is a function from its data
 * to {option, legend, points}: what ECharts draws, the names that a click switches off, and what
 * the arrow keys walk through. Texts go into the page as text, never as markup.
 */
(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('report-data').textContent);
  const root = getComputedStyle(document.documentElement);
  const colour = name => root.getPropertyValue('--' + name).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const MARKERS = ['circle', 'rect', 'diamond', 'triangle', 'pin', 'arrow', 'roundRect', 'circle'];

  /* The palette's black can't be seen on a dark page. */
  const series = index => {
    const found = data.colours.series[index % data.colours.series.length];
    return found === '#000000' ? colour('text') : found;
  };
  const three = value =>
    value.toFixed(value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3);
  const interval = range =>
    range ? ' [' + three(range.low) + ' to ' + three(range.high) + ']' : '';

  const axis = (name, more) => ({
    name,
    nameLocation: 'middle',
    nameTextStyle: {color: colour('text')},
    axisLabel: {color: colour('text'), hideOverlap: true, ...(more && more.label)},
    axisLine: {onZero: false, lineStyle: {color: colour('quiet')}},
    splitLine: {lineStyle: {color: colour('line')}},
    ...(more && more.axis),
  });
  const below = (name, more) => axis(name, {...more, axis: {nameGap: 28, ...(more && more.axis)}});
  const beside = (name, more) => axis(name, {...more, axis: {nameGap: 48, ...(more && more.axis)}});
  /* Where an axis of values with intervals ends: as in the pictures. */
  const end = (values, ranges, times) => {
    const highs = ranges.filter(range => range).map(range => range.high);
    return Math.min(Math.max(...values, ...highs), times * Math.max(...values));
  };
  const grid = {left: 64, right: 16, top: 12, bottom: 48};
  /* Zooms along the axis below. Without the shadow of the series, whose points it joins by lines. */
  const slider = () => ({
    type: 'slider',
    bottom: 8,
    height: 24,
    showDataShadow: false,
    textStyle: {color: colour('text')},
  });

  /*
   * Error bars: a custom series of [x, low, high] with the name of the points it belongs to. Those
   * that go on beyond `most` end in an arrow, since the widest would squeeze all others.
   */
  const bars = (name, values, color, horizontal, most = Infinity) => ({
    name,
    type: 'custom',
    silent: true,
    z: 3, // not behind the bars that they belong to
    tooltip: {show: false},
    itemStyle: {color},
    encode: horizontal ? {x: [1, 2], y: 0} : {x: 0, y: [1, 2]},
    data: values,
    renderItem: (params, api) => {
      const at = value => horizontal ? api.coord([value, api.value(0)]) : api.coord([api.value(0), value]);
      const [x1, y1] = at(api.value(1));
      const beyond = api.value(2) > most;
      const [x2, y2] = at(Math.min(api.value(2), most));
      const [bx, by] = !beyond ? [0, 0] : horizontal ? [-5, 0] : [0, 5];
      const [dx, dy] = horizontal ? [0, 3] : [3, 0];
      const line = (a, b, c, d) =>
        ({type: 'line', shape: {x1: a, y1: b, x2: c, y2: d}, style: {stroke: color, lineWidth: 1.4}});
      return {
        type: 'group',
        children: [
          line(x1, y1, x2, y2),
          line(x1 - dx, y1 - dy, x1 + dx, y1 + dy),
          line(x2 + bx - dx, y2 + by - dy, x2, y2),
          line(x2, y2, x2 + bx + dx, y2 + by + dy),
        ],
      };
    },
  });

  const pen = document.createElement('canvas').getContext('2d');

  /* A name in at most two lines of so many pixels; of what is longer the middle is left out. */
  const fitted = (name, pixels, weight) => {
    pen.font = weight + ' 12px ' + getComputedStyle(document.body).fontFamily;
    const fits = text => pen.measureText(text).width <= pixels;
    if (fits(name)) return name;
    let head = name.length;
    while (head > 1 && !fits(name.slice(0, head))) head--;
    const word = name.slice(0, head + 1).search(/( [^ ]*|-[^ -]*)$/) + 1; // where the last one begins
    if (word > head / 3) head = word;
    let tail = head;
    while (tail < name.length - 1 && !fits((tail > head ? '…' : '') + name.slice(tail))) tail++;
    return name.slice(0, head).trim() + '\n' + (tail > head ? '…' : '') + name.slice(tail).trim();
  };

  /* The axis of names and its height, each row so high or higher where a name has two lines. */
  const nameAxis = (names, width, height, isBold) => {
    const left = Math.min(230, Math.round((width < 500 ? 0.42 : 0.36) * width));
    const weight = place => isBold(place) ? 'bold' : 'normal';
    const texts = names.map((name, place) => fitted(name, left - 14, weight(place)));
    const rowHeight = texts.some(text => text.includes('\n')) ? Math.max(34, height) : height;
    return {
      left,
      height: 64 + rowHeight * Math.max(3, names.length),
      yAxis: axis('', {
        axis: {type: 'category', inverse: true, splitLine: {show: false}, axisTick: {show: false},
          data: texts.map((value, place) =>
            ({value, textStyle: {fontWeight: weight(place)}}))},
        label: {interval: 0, hideOverlap: false, lineHeight: 14},
      }),
    };
  };

  const heatMap = (chart, width) => {
    const values = chart.cells.map(cell => cell.value);
    const most = Math.max(...values);
    const least = Math.min(...values, 0.7 * most); // as in the picture: noise is no drama
    const room = (width - 80) / chart.columns.length;
    // Marked cells last: their neighbours would cover their frames.
    const ordered = [...chart.cells].sort((a, b) => (a.mark !== 'NONE') - (b.mark !== 'NONE'));
    const cells = ordered.map(cell => {
      const share = (cell.value - least) / (most - least);
      const note = room < 70 ? '' : '\n' + (room < 110 ? cell.note.replace(/^\w+, /, '') : cell.note);
      return {
        value: [cell.column, cell.row, cell.value],
        text: 'split depth ' + chart.rows[cell.row] + ', chunk ' + chart.columns[cell.column] + ': '
          + cell.label + ' (' + cell.note + ')',
        label: {
          show: room > 30,
          formatter: cell.label + note,
          color: share > 0.87 ? '#ffffff' : '#000000',
          fontSize: room < 50 ? 10 : 12,
          lineHeight: 15, // the library's own lets two lines overlap
        },
        itemStyle: cell.mark === 'NONE' ? {} : {
          borderColor: share > 0.6 ? '#ffffff' : '#1f2328',
          borderWidth: cell.mark === 'CHOSEN' ? 4 : 2,
          borderType: cell.mark === 'CHOSEN' ? 'solid' : 'dashed',
        },
      };
    });
    return {
      height: 110 + Math.max(120, 46 * chart.rows.length),
      option: {
        grid: {...grid, left: 48},
        xAxis: below(chart.xTitle, {axis: {type: 'category', data: chart.columns}, label: {hideOverlap: true}}),
        yAxis: beside(chart.yTitle, {axis: {type: 'category', data: chart.rows, nameGap: 26}}),
        visualMap: {show: false, min: least, max: most, dimension: 2, inRange: {color: data.colours.ramp}},
        series: [{name: chart.title, type: 'heatmap', data: cells}],
      },
      legend: [],
      points: cells.map(({value, text}, index) => ({series: 0, index, text, value}))
        .sort((a, b) => b.value[1] - a.value[1] || a.value[0] - b.value[0]),
    };
  };

  const lines = chart => {
    const all = [];
    const points = [];
    const legend = [];
    const xs = chart.series.flatMap(one => one.points.map(point => point.x));
    const least = Math.min(...xs);
    const most = Math.max(...xs);
    const whole = Array.from({length: most - least + 1}, (_, index) => least + index);
    const step = Math.min(0.12, 0.72 / chart.series.length);
    const every = chart.series.flatMap(one => one.points);
    const top = end([...every.map(point => point.y), chart.reference ? chart.reference.y : 0],
      every.map(point => point.range), 2);
    chart.series.forEach((one, number) => {
      const name = chart.legendTitle + ' ' + one.label;
      const color = series(number);
      const shift = (number - (chart.series.length - 1) / 2) * step;
      legend.push({name, color});
      const values = one.points.map((point, index) => {
        const text = name + ', ' + chart.xTitle.split(' (')[0] + ' ' + point.x + ': ' + three(point.y)
          + interval(point.range);
        points.push({series: all.length, index, text});
        return {value: [point.x + shift, point.y], text};
      });
      all.push({name, type: 'line', data: values, symbol: MARKERS[number % MARKERS.length], symbolSize: 8,
        color, lineStyle: {color}, itemStyle: {color}});
      const ranges = one.points.filter(point => point.range)
        .map(point => [point.x + shift, point.range.low, point.range.high]);
      all.push(bars(name, ranges, color, false, top));
    });
    if (chart.reference) {
      const {label, y} = chart.reference;
      legend.push({name: label, color: colour('quiet'), dashed: true});
      const text = label + ': ' + three(y);
      all.push({name: label, type: 'line', symbol: 'none', color: colour('quiet'),
        lineStyle: {type: 'dashed', color: colour('quiet')},
        data: [{value: [least - 0.5, y], text}, {value: [most + 0.5, y], text}]});
    }
    return {
      height: 380,
      option: {
        grid,
        xAxis: below(chart.xTitle, {
          axis: {type: 'value', min: least - 0.5, max: most + 0.5, splitLine: {show: false},
            axisTick: {customValues: whole}},
          label: {customValues: whole},
        }),
        yAxis: beside(chart.yTitle, {axis: {type: 'value', min: 0, max: 1.04 * top}, label: {showMaxLabel: false}}),
        series: all,
      },
      legend,
      points,
    };
  };

  /* The sides of ForestData with their places in the palette; -1 is the quiet colour. */
  const SIDES = [['faster', 0], ['not told apart', -1], ['slower', 1]];

  const forest = (chart, width) => {
    const all = [];
    const points = [];
    const legend = [];
    const edge = [1 - chart.margin, 1 / (1 - chart.margin)];
    const most = end([...chart.rows.map(row => row.ratio), edge[1]], chart.rows.map(row => row.range), 1.5) + 0.02;
    const lows = chart.rows.filter(row => row.range).map(row => row.range.low);
    const least = Math.max(0, Math.min(...lows, ...chart.rows.map(row => row.ratio), edge[0]) - 0.02);
    SIDES.forEach(([name, number]) => {
      const rows = chart.rows.map((row, place) => ({row, place})).filter(({row}) => row.side === name);
      if (rows.length === 0) return;
      const color = number < 0 ? colour('quiet') : series(number);
      legend.push({name, color});
      const values = rows.map(({row, place}, index) => {
        const text = row.label + ': ' + row.text;
        points.push({series: all.length, index, text, place});
        return {value: [row.ratio, place], text};
      });
      all.push({name, type: 'scatter', symbol: 'diamond', symbolSize: 11, color, itemStyle: {color},
        data: values});
      const ranges = rows.filter(({row}) => row.range)
        .map(({row, place}) => [place, row.range.low, row.range.high]);
      all.push(bars(name, ranges, color, true, most));
    });
    points.sort((a, b) => a.place - b.place);
    all[0].markLine = {silent: true, symbol: 'none', label: {show: false}, data: [{xAxis: 1}],
      lineStyle: {color: colour('text'), type: 'solid'}};
    all[0].markArea = {silent: true, itemStyle: {color: colour('band')},
      data: [[{xAxis: edge[0]}, {xAxis: edge[1]}]]};
    const named = nameAxis(chart.rows.map(row => row.label), width, 21,
      place => chart.rows[place].mark !== 'NONE');
    return {
      height: named.height,
      option: {
        grid: {...grid, left: named.left},
        xAxis: below(chart.xTitle, {axis: {type: 'value', min: least, max: most},
          label: {formatter: value => value.toFixed(2), showMinLabel: false, showMaxLabel: false}}),
        yAxis: named.yAxis,
        series: all,
      },
      legend,
      points,
    };
  };

  const scatter = chart => {
    const points = [];
    const sides = [...chart.series].reverse();
    const sampleText = ([, y, index]) => {
      const [round, phase, candidate, , command, durable, , , , , , remarks] = data.samples[index];
      return candidate + ', ' + phase + ', round ' + round + ': ' + three(y)
        + ' (command ' + command.toFixed(3) + ' s, durable ' + durable.toFixed(3) + ' s)'
        + (remarks ? ': ' + remarks : '');
    };
    const legend = [];
    const all = chart.series.map((one, number) => {
      const color = one.background ? colour('faint') : series(chart.series.length - 1 - number);
      one.points.forEach((point, index) => points.push({series: number, index, x: point[0],
        get text() { return sampleText(point); }}));
      return {name: one.label, type: 'scatter', data: one.points, color, itemStyle: {color},
        symbol: one.background ? 'circle' : MARKERS[(chart.series.length - 1 - number) % 3],
        symbolSize: one.points.length > 300 ? 4 : 7, encode: {x: 0, y: 1}};
    });
    sides.forEach(one => {
      const found = all.find(other => other.name === one.label);
      legend.push({name: one.label, color: found.color});
    });
    points.sort((a, b) => a.x - b.x);
    return {
      height: 420,
      option: {
        grid: {...grid, bottom: 92},
        dataZoom: [slider()],
        xAxis: below(chart.xTitle, {axis: {type: 'value', min: 0, splitLine: {show: false}}}),
        yAxis: beside(chart.yTitle, {axis: {type: 'value', scale: true}}),
        series: all,
      },
      text: params => sampleText(params.value),
      legend,
      points,
    };
  };

  const race = chart => {
    const points = [];
    const curve = (number, name, value, show) => ({
      name, type: 'line', xAxisIndex: number, yAxisIndex: number, symbolSize: 8, color: series(number),
      data: chart.looks.map((look, index) => {
        const text = 'after round ' + look.round + ': ' + show(look);
        points.push({series: number, index, text});
        return {value: [look.round, value(look)], text};
      }),
    });
    const all = [
      curve(0, chart.yTitle, look => look.survivors, look => look.survivors + ' candidates'),
      curve(1, chart.boundTitle, look => 100 * look.bound,
        look => 'regret bound ' + three(100 * look.bound) + ' %'),
    ];
    all[1].markLine = {silent: true, symbol: 'none', label: {show: false},
      data: [{yAxis: 100 * chart.margin}], lineStyle: {color: colour('quiet'), type: 'dashed'}};
    const rounds = chart.looks.map(look => look.round);
    const xAxis = (index, name) => below(name, {axis: {gridIndex: index, type: 'value', minInterval: 1,
      min: Math.min(...rounds) - 1, max: Math.max(...rounds) + 1, splitLine: {show: false}}});
    return {
      height: 460,
      option: {
        grid: [{...grid, bottom: '54%'}, {...grid, top: '54%'}],
        xAxis: [xAxis(0, ''), xAxis(1, chart.xTitle)],
        yAxis: [beside(chart.yTitle, {axis: {gridIndex: 0, type: 'value', min: 0, minInterval: 1}}),
          beside(chart.boundTitle, {axis: {gridIndex: 1, type: 'value', min: 0}})],
        series: all,
      },
      legend: all.map(one => ({name: one.name, color: one.color})),
      points,
    };
  };

  /* A line of two points, as a legend entry that can be switched off. */
  const rule = (name, color, dashes, from, to) => ({
    name, type: 'line', symbol: 'none', silent: true, color, tooltip: {show: false},
    lineStyle: {color, type: dashes, width: 2}, data: [from, to],
  });

  const timeline = chart => {
    const all = [];
    const points = [];
    const legend = [];
    const ends = [...chart.series.flatMap(one => one.points.map(([, y]) => y)),
      ...chart.levels.map(level => level.range ? level.range.high : level.y)];
    const most = 1.06 * Math.max(...ends);
    const xs = [...chart.series.flatMap(one => [one.points[0][0], one.points[one.points.length - 1][0]]),
      ...chart.levels.flatMap(level => [level.from, level.to])];
    const least = Math.min(...xs);
    const room = 0.02 * (Math.max(...xs) - least) || 1;
    const unit = chart.yTitle.split(' in ')[1];
    chart.series.forEach((one, number) => {
      const color = series(number);
      legend.push({name: one.label, color});
      const textOf = ([x, y]) => one.label + ', ' + chart.xTitle.split(' in ')[0] + ' ' + three(x)
        + (chart.xTitle.endsWith(' in s') ? ' s' : '') + ': ' + three(y) + (unit ? ' ' + unit : '');
      one.points.forEach((point, index) =>
        points.push({series: all.length, index, get text() { return textOf(point); }}));
      all.push({name: one.label, type: 'line', data: one.points, color, lineStyle: {color, width: 1.5},
        itemStyle: {color}, symbolSize: 6, showSymbol: one.points.length <= 60, textOf});
    });
    chart.levels.forEach((level, number) => {
      const color = series(chart.series.length + number);
      const name = level.label + ' ' + three(level.y);
      legend.push({name, color});
      const line = rule(name, color, [9, 5], [level.from, level.y], [level.to, level.y]);
      if (level.range) {
        line.markArea = {silent: true, itemStyle: {color: colour('band')}, data:
          [[{coord: [level.from, level.range.low]}, {coord: [level.to, level.range.high]}]]};
      }
      all.push(line);
    });
    if (chart.cliff) {
      const name = 'cliff after ' + three(chart.cliff.seconds) + ' s';
      legend.push({name, color: colour('text')});
      all.push(rule(name, colour('text'), [2, 4], [chart.cliff.seconds, 0], [chart.cliff.seconds, most]));
    }
    return {
      height: 420,
      option: {
        grid: {...grid, bottom: 92},
        dataZoom: [slider()],
        xAxis: below(chart.xTitle, {axis: {type: 'value', min: Math.max(0, least - room),
          max: Math.max(...xs) + room, splitLine: {show: false}},
          label: {formatter: value => String(Math.round(100 * value) / 100), showMinLabel: false, showMaxLabel: false}}),
        yAxis: beside(chart.yTitle, {axis: {type: 'value', min: 0, max: most},
          label: {showMaxLabel: false}}),
        series: all,
      },
      text: params => all[params.seriesIndex].textOf(params.value),
      legend,
      points,
    };
  };

  const duration = seconds => seconds < 0.9995e-3 ? three(1e6 * seconds) + ' µs'
    : seconds < 0.9995 ? three(1e3 * seconds) + ' ms' : three(seconds) + ' s';
  /* Decades as axis labels: a power of ten is written without decimals. */
  const decade = seconds => {
    const exponent = Math.round(Math.log10(seconds));
    const [shift, unit] = exponent < -6 ? [9, ' ns'] : exponent < -3 ? [6, ' µs'] : exponent < 0 ? [3, ' ms'] : [0, ' s'];
    return Math.round(10 ** (exponent + shift)) + unit;
  };
  const decades = values => {
    const least = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
    const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
    return {least, most, min: 10 ** least, max: 10 ** most};
  };

  const nines = percentile => -Math.log10(1 - percentile / 100);
  const percentiles = chart => {
    const all = [];
    const points = [];
    const legend = [];
    const every = [...chart.series.flatMap(one => one.points), ...chart.bounds.map(bound => bound.point)];
    const places = every.map(point => nines(point.percentile));
    const scale = decades(every.map(point => point.seconds));
    const min = Math.min(nines(50), ...places) - 0.15;
    const max = Math.max(2, ...places) + 0.15;
    const ticks = [50, 90, 99, 99.9, 99.99, 99.999].filter(tick => nines(tick) >= min && nines(tick) <= max);
    const named = new Map(ticks.map(tick => [nines(tick).toFixed(6), 'p' + tick]));
    chart.series.forEach((one, number) => {
      const color = series(number);
      legend.push({name: one.label, color});
      const values = one.points.map((point, index) => {
        const text = one.label + ', p' + point.percentile + ': ' + duration(point.seconds);
        points.push({series: all.length, index, text});
        return {value: [nines(point.percentile), point.seconds], text};
      });
      all.push({name: one.label, type: 'line', data: values, symbol: MARKERS[number % 3], symbolSize: 8,
        color, lineStyle: {color}, itemStyle: {color}});
    });
    chart.bounds.forEach((bound, number) => {
      const color = series(chart.series.length + number);
      const text = 'demanded: ' + bound.label;
      legend.push({name: bound.label, color});
      points.push({series: all.length, index: 0, text});
      all.push({name: bound.label, type: 'scatter', symbol: 'triangle', symbolRotate: 180, symbolSize: 13,
        color, itemStyle: {color}, data: [{value: [nines(bound.point.percentile), bound.point.seconds], text}]});
    });
    return {
      height: 380,
      option: {
        grid,
        xAxis: below(chart.xTitle, {
          axis: {type: 'value', min, max, splitLine: {show: false}, axisTick: {customValues: ticks.map(nines)}},
          label: {customValues: ticks.map(nines), formatter: value => named.get(value.toFixed(6)) || ''},
        }),
        yAxis: beside(chart.yTitle, {axis: {type: 'log', min: scale.min, max: scale.max}, label: {formatter: decade}}),
        series: all,
      },
      legend,
      points,
    };
  };

  const histogram = chart => {
    const floor = 0.5; // as in the picture: a bar of one operation has a height
    const color = series(0);
    const scale = decades([...chart.buckets.flatMap(one => [one.from, one.to]),
      ...chart.lines.map(line => line.seconds)]);
    const most = decades(chart.buckets.map(one => one.count)).max;
    const values = chart.buckets.map(one => ({
      value: [Math.log10(one.from), Math.log10(one.to), one.count],
      text: duration(one.from) + ' to ' + duration(one.to) + ': ' + one.count.toLocaleString('en') + ' operations',
    }));
    const powers = Array.from({length: scale.most - scale.least + 1}, (_, index) => scale.least + index);
    const all = [{
      name: 'operations',
      type: 'custom',
      color,
      itemStyle: {color},
      encode: {x: [0, 1], y: 2},
      data: values,
      renderItem: (params, api) => {
        const [left, top] = api.coord([api.value(0), api.value(2)]);
        const [right, bottom] = api.coord([api.value(1), floor]);
        const gap = right - left > 4 ? 1 : 0;
        return {type: 'rect', shape: {x: left, y: top, width: right - left - gap, height: bottom - top},
          style: {fill: color}, emphasis: {style: {fill: colour('text')}}};
      },
    }];
    const legend = [{name: 'operations', color}];
    chart.lines.forEach((line, number) => {
      const own = series(number + 1);
      legend.push({name: line.label, color: own});
      const at = Math.log10(line.seconds);
      all.push(rule(line.label, own, [8 - 2 * (number % 3), 3], [at, floor], [at, most]));
    });
    return {
      height: 380,
      option: {
        grid: {...grid, right: 32},
        xAxis: below(chart.xTitle, {
          axis: {type: 'value', min: scale.least, max: scale.most, splitLine: {show: false},
            axisTick: {customValues: powers}},
          label: {customValues: powers, formatter: value => decade(10 ** value)},
        }),
        yAxis: beside(chart.yTitle, {axis: {type: 'log', min: floor, max: most},
          label: {formatter: value => value < 1 ? '' : value >= 1e6 ? value / 1e6 + 'M' : value >= 1e3 ? value / 1e3 + 'k'
            : String(value)}}),
        series: all,
      },
      legend,
      points: values.map(({text}, index) => ({series: 0, index, text})),
    };
  };

  const roofline = (chart, width) => {
    const most = 1.02 * Math.max(...chart.roofs.map(roof => roof.value),
      ...chart.bars.map(bar => bar.range ? bar.range.high : bar.value));
    const unit = chart.xTitle.split(' in ')[1];
    const all = [];
    const points = [];
    const legend = [];
    [['Cleave', true, series(0)], ['peers', false, colour('faint')]].forEach(([name, own, color]) => {
      const found = chart.bars.map((bar, place) => ({bar, place})).filter(({bar}) => bar.own === own);
      if (found.length === 0) return;
      legend.push({name, color});
      const values = found.map(({bar, place}, index) => {
        const text = bar.label + ': ' + bar.text;
        points.push({series: all.length, index, text, place});
        return {value: [bar.value, place], text};
      });
      all.push({name, type: 'bar', barWidth: 14, barGap: '-100%', color, itemStyle: {color}, data: values});
      const ranges = found.filter(({bar}) => bar.range)
        .map(({bar, place}) => [place, bar.range.low, bar.range.high]);
      all.push(bars(name, ranges, colour('text'), true));
    });
    points.sort((a, b) => a.place - b.place);
    [...chart.roofs].sort((a, b) => b.value - a.value).forEach((roof, number) => {
      const color = series(number + 1);
      const name = roof.label + ' ' + three(roof.value) + (unit ? ' ' + unit : '');
      legend.push({name, color});
      all.push({name, type: 'line', data: [], color, markLine: {silent: true, symbol: 'none', label: {show: false},
        lineStyle: {color, type: [8 - 2 * (number % 3), 3], width: 2}, data: [{xAxis: roof.value}]}});
    });
    const named = nameAxis(chart.bars.map(bar => bar.label), width, 28, place => chart.bars[place].own);
    return {
      height: named.height,
      option: {
        grid: {...grid, left: named.left},
        xAxis: below(chart.xTitle, {axis: {type: 'value', min: 0, max: most}, label: {showMaxLabel: false}}),
        yAxis: named.yAxis,
        series: all,
      },
      legend,
      points,
    };
  };

  const KINDS = {heatMap, lines, forest, scatter, race, timeline, percentiles, histogram, roofline};

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  /* Lays the chart out in its figure; returns what draws it, again after a change of the page. */
  const prepare = (figure, {kind, chart}) => {
    const live = element('div', 'live');
    const canvas = element('div', 'canvas');
    const legend = element('div', 'legend');
    const readout = element('p', 'quiet readout');
    readout.setAttribute('role', 'status');
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'group');
    canvas.setAttribute('aria-label',
      chart.title + ', ' + chart.subtitle + '. The arrow keys read its values.');
    live.append(element('h3', '', chart.title), element('p', 'quiet', chart.subtitle), legend, canvas,
      readout, ...chart.caption.map(text => element('p', 'quiet', text)));
    figure.append(live);
    figure.classList.add('is-live');

    let drawn = null;
    let made = null;
    let place = -1;
    const hidden = new Set();

    const draw = () => {
      made = KINDS[kind](chart, canvas.clientWidth);
      canvas.style.height = made.height + 'px';
      if (!drawn) {
        drawn = echarts.init(canvas, null, {renderer: 'canvas'});
        drawn.on('mouseover', params => {
          const text = made.text && params.componentType === 'series' ? made.text(params)
            : params.data && params.data.text;
          if (text) readout.textContent = text;
        });
      }
      drawn.resize();
      drawn.setOption({
        animation: false,
        backgroundColor: 'transparent',
        textStyle: {color: colour('text'), fontFamily: getComputedStyle(document.body).fontFamily},
        legend: {show: false, selected: Object.fromEntries([...hidden].map(name => [name, false]))},
        tooltip: {
          trigger: 'item', renderMode: 'richText', confine: true,
          backgroundColor: colour('raised'), borderColor: colour('line'),
          textStyle: {color: colour('text'), fontSize: 12, width: 260, overflow: 'break'},
          formatter: params => made.text ? made.text(params) : params.data.text || '',
        },
        ...made.option,
      }, true);
      legend.replaceChildren(...made.legend.map(entry => button(entry)));
    };

    const button = ({name, color}) => {
      const switcher = element('button');
      switcher.type = 'button';
      const swatch = element('span', 'swatch');
      swatch.style.backgroundColor = color;
      switcher.append(swatch, name);
      switcher.setAttribute('aria-pressed', String(!hidden.has(name)));
      switcher.addEventListener('click', () => {
        if (!hidden.delete(name)) hidden.add(name);
        switcher.setAttribute('aria-pressed', String(!hidden.has(name)));
        drawn.dispatchAction({type: 'legendToggleSelect', name});
      });
      return switcher;
    };

    const nameOf = number => made.option.series[number].name;
    const read = step => {
      const points = made.points.filter(point => !hidden.has(nameOf(point.series)));
      if (points.length === 0) return;
      place = (place + step + points.length) % points.length;
      const {series: seriesIndex, index: dataIndex, text} = points[place];
      drawn.dispatchAction({type: 'downplay'});
      drawn.dispatchAction({type: 'highlight', seriesIndex, dataIndex});
      drawn.dispatchAction({type: 'showTip', seriesIndex, dataIndex});
      readout.textContent = text;
    };
    canvas.addEventListener('keydown', event => {
      const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
      if (step && drawn) {
        event.preventDefault();
        read(place < 0 && step < 0 ? 0 : step);
      } else if (event.key === 'Escape' && drawn) {
        drawn.dispatchAction({type: 'hideTip'});
        drawn.dispatchAction({type: 'downplay'});
      }
    });

    let width = 0;
    new ResizeObserver(() => {
      if (drawn && canvas.clientWidth > 0 && canvas.clientWidth !== width) {
        width = canvas.clientWidth;
        draw();
      }
    }).observe(canvas);
    dark.addEventListener('change', () => {
      if (drawn) draw();
    });
    canvas.style.height = KINDS[kind](chart, canvas.clientWidth || 600).height + 'px';
    return draw;
  };

  /* Charts far below the fold are drawn when they come near. */
  const drawing = new Map();
  const seen = new IntersectionObserver(entries => {
    entries.filter(entry => entry.isIntersecting).forEach(({target}) => {
      seen.unobserve(target);
      try {
        drawing.get(target)();
      } catch (failure) {
        target.classList.remove('is-live'); // the picture is still there
        throw failure;
      }
    });
  }, {rootMargin: '600px'});
  const byName = new Map(data.charts.map(one => [one.chart.name, one]));
  document.querySelectorAll('figure.chart').forEach(figure => {
    drawing.set(figure, prepare(figure, byName.get(figure.dataset.chart)));
    seen.observe(figure);
  });
})();

/* Runs before the page: notes where its charts draw text, and answers the tests' questions. */
(() => {
  'use strict';

  const labels = new WeakMap();
  const drawing = CanvasRenderingContext2D.prototype;
  const {clearRect, fillText} = drawing;

  drawing.clearRect = function (x, y, width, height) {
    const at = this.getTransform();
    if (at.a * width >= this.canvas.width - 1 && at.d * height >= this.canvas.height - 1) {
      labels.set(this.canvas, []);
    }
    return clearRect.call(this, x, y, width, height);
  };

  drawing.fillText = function (text, x, y, ...rest) {
    const size = this.measureText(text);
    const at = this.getTransform();
    const corners = [
      [x - size.actualBoundingBoxLeft, y - size.actualBoundingBoxAscent],
      [x + size.actualBoundingBoxRight, y - size.actualBoundingBoxAscent],
      [x - size.actualBoundingBoxLeft, y + size.actualBoundingBoxDescent],
      [x + size.actualBoundingBoxRight, y + size.actualBoundingBoxDescent],
    ].map(([left, top]) => at.transformPoint({x: left, y: top}));
    const xs = corners.map(corner => corner.x);
    const ys = corners.map(corner => corner.y);
    if (!labels.has(this.canvas)) labels.set(this.canvas, []);
    labels.get(this.canvas).push({
      text,
      pixels: parseFloat(/([\d.]+)px/.exec(this.font)[1]),
      left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys),
    });
    return fillText.call(this, text, x, y, ...rest);
  };

  const box = one => one.text + ' [' + [one.left, one.top, one.right, one.bottom].map(Math.round) + ']';
  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;

  /* Of many points the library makes layers, each a canvas of the same size. */
  const badIn = (canvases, name) => {
    const drawn = canvases.flatMap(canvas => labels.get(canvas) || []).filter(one => one.text.trim());
    const [canvas] = canvases;
    const bad = [];
    if (drawn.length < 3) bad.push(name + ': only ' + drawn.length + ' labels');
    drawn.forEach((one, index) => {
      if (one.pixels < 9) bad.push(name + ': ' + one.pixels + ' px: ' + one.text);
      if (one.left < -1 || one.top < -1 || one.right > canvas.width + 1 || one.bottom > canvas.height + 1) {
        bad.push(name + ': leaves the picture: ' + box(one));
      }
      drawn.slice(0, index).filter(other => overlap(one, other)).forEach(other => {
        bad.push(name + ': ' + box(one) + ' overlaps ' + box(other));
      });
    });
    return bad;
  };

  const inside = (element, selector) => element.closest(selector) !== null;

  window.cleaveTest = {
    /* Labels of the charts that overlap, leave their picture or are too small. */
    badLabels: () => [...document.querySelectorAll('figure.chart')].flatMap(figure =>
      badIn([...figure.querySelectorAll('canvas')], figure.dataset.chart)),

    /* Charts that were not drawn, or have no size. */
    flatCharts: () => [...document.querySelectorAll('figure.chart')].filter(figure => {
      const canvas = figure.querySelector('canvas');
      return !figure.classList.contains('is-live') || !canvas
        || canvas.clientWidth < 200 || canvas.clientHeight < 100;
    }).map(figure => figure.dataset.chart),

    openDetails: () => document.querySelectorAll('details').forEach(one => { one.open = true; }),

    /* Rows of a table are alike: twelve of each tell as much as hundreds, in less time. */
    shortenTables: () => document.querySelectorAll('tbody').forEach(body =>
      [...body.rows].slice(12).forEach(row => row.remove())),

    nextFrame: () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),

    /* What reaches beyond the page, but for what scrolls by itself. */
    overflowing: () => {
      const width = document.documentElement.clientWidth;
      const wide = [...document.body.querySelectorAll('*')]
        .filter(element => !inside(element, '.scroll') && !inside(element, 'figure img'))
        .filter(element => element.getBoundingClientRect().right > width + 1)
        .map(element => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40));
      return document.documentElement.scrollWidth > width ? ['the page scrolls', ...wide] : wide;
    },
  };
})();

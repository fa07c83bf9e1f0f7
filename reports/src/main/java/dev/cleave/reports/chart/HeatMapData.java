package dev.cleave.reports.chart;

import java.util.List;

/**
 * Values over two categories.
 *
 * @param columns labels from left to right
 * @param rows labels from bottom to top
 * @param cells those that have a value
 */
public record HeatMapData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    List<String> columns,
    List<String> rows,
    List<Cell> cells,
    List<String> caption)
    implements ChartData {
  public HeatMapData {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    cells = List.copyOf(cells);
    caption = List.copyOf(caption);
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("a heat map without a cell: " + name);
    }
  }

  /**
   * One value.
   *
   * @param column index into the columns
   * @param row index into the rows
   * @param label the value as it is printed
   * @param note printed below the label, smaller
   */
  public record Cell(int column, int row, double value, String label, String note, Mark mark) {}
}

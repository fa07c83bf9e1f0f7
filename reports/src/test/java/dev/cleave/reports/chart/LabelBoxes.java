package dev.cleave.reports.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.RotateCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.ScaleCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetTransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.TransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.TranslateCommand;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Where a chart draws text, in its pixels: XChart and we fill the outlines of a TextLayout, which
 * are paths of floats, and nothing else is.
 */
final class LabelBoxes {
  private LabelBoxes() {}

  static List<Rectangle2D> of(IChart chart) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    AffineTransform transform = new AffineTransform();
    List<Rectangle2D> boxes = new ArrayList<>();
    for (Command<?> command : graphics.getCommands()) {
      switch (command) {
        case SetTransformCommand set -> transform.setTransform(set.getValue());
        case TranslateCommand move -> transform.translate(move.getDeltaX(), move.getDeltaY());
        case RotateCommand turn ->
            transform.rotate(turn.getTheta(), turn.getCenterX(), turn.getCenterY());
        case ScaleCommand scale -> transform.scale(scale.getScaleX(), scale.getScaleY());
        case TransformCommand further -> transform.concatenate(further.getValue());
        case FillShapeCommand fill when fill.getValue() instanceof Path2D.Float text ->
            boxes.add(transform.createTransformedShape(text).getBounds2D());
        default -> {}
      }
    }
    return boxes;
  }
}

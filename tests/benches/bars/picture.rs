//! The curve of cost as a picture for `docs/benchmarks.md`.

use std::path::Path;

use plotters::prelude::*;

/// Draws milliseconds over numbers of cases, both in powers, one line a question.
pub fn growth(to: &Path, sizes: &[usize], lines: &[(&str, Vec<f64>)]) {
    let all = || lines.iter().flat_map(|(_, line)| line.iter().copied());
    let (least, most) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(0.0, f64::max),
    );
    let counts: Vec<f64> = sizes
        .iter()
        .map(|size| f64::from(u32::try_from(*size).unwrap()))
        .collect();
    let root = SVGBackend::new(to, (760, 420)).into_drawing_area();
    root.fill(&WHITE).unwrap();
    let mut chart = ChartBuilder::on(&root)
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(60)
        .build_cartesian_2d(
            (counts[0]..counts[counts.len() - 1] * 1.05).log_scale(),
            (least * 0.7..most * 1.4).log_scale(),
        )
        .unwrap();
    chart
        .configure_mesh()
        .x_desc("cases")
        .y_desc("milliseconds")
        .draw()
        .unwrap();
    for (number, (what, line)) in lines.iter().enumerate() {
        let color = Palette99::pick(number).to_rgba();
        let points: Vec<(f64, f64)> = counts.iter().copied().zip(line.iter().copied()).collect();
        let dots = points.iter().map(|at| Circle::new(*at, 3, color.filled()));
        chart.draw_series(dots).unwrap();
        chart
            .draw_series(LineSeries::new(points, color.stroke_width(2)))
            .unwrap()
            .label(*what)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .border_style(BLACK)
        .background_style(WHITE)
        .draw()
        .unwrap();
    root.present().unwrap();
}

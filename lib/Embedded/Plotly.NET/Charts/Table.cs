namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A table with a head.</summary>
    public static GenericChart Table(
        TableCells header,
        TableCells cells,
        Optional<string> Name = default,
        Optional<IEnumerable<int>> ColumnOrder = default,
        Optional<double> ColumnWidth = default,
        Optional<IEnumerable<double>> MultiColumnWidth = default,
        Optional<bool> UseDefaults = default) =>
        new Trace("table")
            .WithValue("header", header)
            .WithValue("cells", cells)
            .With("name", Name)
            .With("columnorder", ColumnOrder)
            .With("columnwidth", ColumnWidth, MultiColumnWidth)
            .AsChart(UseDefaults);
}

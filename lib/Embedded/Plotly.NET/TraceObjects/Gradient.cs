namespace Plotly.NET.TraceObjects;

/// <summary>The gradient fill of markers.</summary>
public class Gradient : PlotlyObject;

global using Microsoft.FSharp.Core;
global using Plotly.NET.ConfigObjects;
global using Plotly.NET.LayoutObjects;
global using Plotly.NET.TraceObjects;
global using PlotlyObject = DynamicObj.DynamicObj;

// A network of the registry: the facts of its paper, and its block diagram in a frame that scrolls.

using System.Globalization;
using ConvNets.Architectures;
using ConvNets.Geometry;
using ConvNets.Lessons;
using ConvNets.Plots;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Display;

internal static class ArchitectureFormatters
{
    internal static void Register()
    {
        BuiltinFormatters.Add<Architecture>(PlainTextFormatter.MimeType, network => Facts(network, Registry.Table(network.Id)).ToText());
        BuiltinFormatters.Add<Architecture>(HtmlFormatter.MimeType, Page);
        Formatter.SetBuiltinPreference(typeof(Architecture), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
    }

    private static string Page(Architecture network)
    {
        var table = Registry.Table(network.Id);
        return $"<div class=\"architecture\">{Facts(network, table).ToHtml()}"
            + $"<div style=\"max-height:40em;overflow:auto\" tabindex=\"0\">{BlockDiagram.Of(network.Name, table).ToHtml()}</div></div>";
    }

    private static Table Facts(Architecture network, LayerTable table) =>
        new Table(network.Name, network.Id) { Caption = $"{network.Paper.Authors}, {network.Paper.Title}, {network.Paper.Venue}" }
            .Row("year", network.Paper.Year.ToString(CultureInfo.InvariantCulture))
            .Row("input", string.Join("x", network.Input))
            .Row("classes", network.Classes)
            .Row("parameters", table.Parameters)
            .Row("MACs", table.Macs)
            .Row("receptive field, pixels", table.ReceptiveField);
}

// A module as a table of its layers: name, kind, parameters by shape and by number.

using System.Globalization;
using System.Net;
using System.Text;
using ConvNets.Lessons;
using Microsoft.DotNet.Interactive.Formatting;
using TorchSharp;

namespace NotebookHost.Display;

internal static class ModuleFormatters
{
    internal static void Register()
    {
        BuiltinFormatters.Add<torch.nn.Module>(PlainTextFormatter.MimeType, module => $"{Title(module)}\n{Layers(module).ToText()}");
        BuiltinFormatters.Add<torch.nn.Module>(HtmlFormatter.MimeType, module => $"<div class=\"module\"><strong>{WebUtility.HtmlEncode(Title(module))}</strong>{Layers(module).ToHtml()}</div>");
        Formatter.SetBuiltinPreference(typeof(torch.nn.Module), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
    }

    private static string Title(torch.nn.Module module)
    {
        var text = new StringBuilder(module.GetName());
        var count = module.parameters().Sum(p => p.numel());
        text.Append(CultureInfo.InvariantCulture, $": {count:N0} parameters");
        var frozen = module.parameters().Where(p => !p.requires_grad).Sum(p => p.numel());
        return frozen > 0 ? text.Append(CultureInfo.InvariantCulture, $", {frozen:N0} of them frozen").ToString() : text.ToString();
    }

    private static Table Layers(torch.nn.Module module)
    {
        var table = new Table("layer", "kind", "weights", "parameters");
        foreach (var (name, layer) in module.named_modules())
        {
            var own = layer.named_parameters(recurse: false).ToList();
            if (own.Count > 0 || !layer.named_children().Any())
            {
                table.Row(name, layer.GetName(), string.Join(", ", own.Select(p => $"{p.name} [{string.Join(", ", p.parameter.shape)}]")), own.Sum(p => p.parameter.numel()));
            }
        }

        if (table.Count == 0)
        {
            var own = module.named_parameters(recurse: false).ToList();
            table.Row("", module.GetName(), string.Join(", ", own.Select(p => $"{p.name} [{string.Join(", ", p.parameter.shape)}]")), own.Sum(p => p.parameter.numel()));
        }

        return table;
    }
}

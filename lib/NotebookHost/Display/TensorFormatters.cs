// How tensors are shown: their numbers, a summary with a histogram for many of them, a picture where the shape is that of one.

using System.Globalization;
using System.Net;
using Microsoft.DotNet.Interactive.Formatting;
using TorchSharp;

namespace NotebookHost.Display;

internal static class TensorFormatters
{
    private const int ManyElements = 64;

    internal static void Register()
    {
        BuiltinFormatters.Add<torch.Tensor>(PlainTextFormatter.MimeType, tensor => tensor.IsInvalid ? "(a tensor that was disposed of)" : TensorText.Write(tensor, TensorValues.Of(tensor)));
        BuiltinFormatters.Add<torch.Tensor>(HtmlFormatter.MimeType, Html);
        Formatter.SetBuiltinPreference(typeof(torch.Tensor), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
    }

    private static string Html(torch.Tensor tensor)
    {
        if (tensor.IsInvalid)
        {
            return "<pre>(a tensor that was disposed of)</pre>";
        }

        var values = TensorValues.Of(tensor);
        var text = WebUtility.HtmlEncode(TensorText.Write(tensor, values));
        if (values.Numbers.Length <= ManyElements)
        {
            return $"<pre class=\"tensor\">{text}</pre>";
        }

        var (min, max, mean, std, notFinite) = values.Summary();
        var summary = string.Create(CultureInfo.InvariantCulture, $"{TensorText.Head(tensor)} · least {min:G4} · greatest {max:G4} · mean {mean:G4} · deviation {std:G4}")
            + (notFinite > 0 ? $" · {notFinite} not finite" : "");
        var picture = TensorPictures.Fits(tensor) ? TensorPictures.ToHtml(tensor, values) : HistogramSvg.Write(values.Numbers, min, max);
        return $"<div class=\"tensor\"><div style=\"font-size:.85em;opacity:.75\">{WebUtility.HtmlEncode(summary)}</div>{picture}<details><summary style=\"display:list-item\">numbers</summary><pre>{text}</pre></details></div>";
    }
}

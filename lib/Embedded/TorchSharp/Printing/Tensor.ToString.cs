using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device.</summary>
        public override string ToString() => TensorText.Metadata(this);

        /// <summary>The elements too, where <paramref name="disamb"/> is true.</summary>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(torch.TensorStringStyle, fltFormat, width, cultureInfo, newLine) : TensorText.Metadata(this);

        public string ToString(TorchSharp.TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TorchSharp.TensorStringStyle.Default) style = torch.TensorStringStyle;
            if (style == TorchSharp.TensorStringStyle.Metadata) return TensorText.Metadata(this);
            using var text = new TensorText(this, fltFormat ?? FloatFormat, cultureInfo ?? CultureInfo.CurrentCulture, newLine ?? NewLine);
            return style switch
            {
                TorchSharp.TensorStringStyle.Julia => text.Julia(width ?? LineWidth),
                TorchSharp.TensorStringStyle.Numpy => text.Numpy(),
                TorchSharp.TensorStringStyle.CSharp => text.CSharp(),
                _ => throw new System.ComponentModel.InvalidEnumArgumentException($"Unsupported tensor string style: {style}"),
            };
        }

        /// <summary>The elements as nested lists of scalars.</summary>
        public object tolist()
        {
            if (ndim == 0) return ToScalar();
            if (Impl.Count > Array.MaxLength) throw new InvalidOperationException($"A tensor of shape {Shapes.Text(Impl.Shape)} has {Impl.Count} elements, more than a list can hold.");
            var list = new System.Collections.ArrayList();
            foreach (var part in unbind())
                using (part) list.Add(part.tolist());
            return list;
        }
    }
}

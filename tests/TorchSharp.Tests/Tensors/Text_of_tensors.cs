using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>The formats of TorchSharp 0.107's printing code.</summary>
public class Text_of_tensors
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    [Fact]
    public void Without_arguments_a_tensor_says_its_shape_type_and_device()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[], type = Float32, device = cpu", tensor(3.5f).ToString());
    }

    [Fact]
    public void Julia_style_aligns_columns()
    {
        Assert.Equal("[], type = Float32, device = cpu, value = 3.5", tensor(3.5f).str(cultureInfo: s_culture));
        Assert.Equal("[3], type = Int64, device = cpu\n 1 2 3\n", arange(1, 4).jlstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[2x2], type = Float32, device = cpu\n   1 -2.5\n 100    4\n", tensor(new[,] { { 1f, -2.5f }, { 100f, 4f } }).ToString(true, newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n", arange(4).view(2, 1, 2).jlstr(newLine: "\n", cultureInfo: s_culture));
        Assert.EndsWith(" 0 1 2 3 4 5 6 7 ...\n", arange(50).jlstr(width: 20, newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[2], type = Bool, device = cpu\n True False\n", tensor(new[] { true, false }).jlstr(newLine: "\n", cultureInfo: s_culture));
    }

    [Fact]
    public void NumPy_style_uses_brackets()
    {
        Assert.Equal("[[0, 1]\n [2, 3]]", arange(4).view(2, 2).npstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[0, 1, 2, ... 7, 8, 9]", arange(10).npstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[[[0, 1]]\n\n [[2, 3]]]", arange(4).view(2, 1, 2).npstr(newLine: "\n", cultureInfo: s_culture));
    }

    [Fact]
    public void A_view_is_written_from_where_it_starts()
    {
        Assert.Equal("[5, 6, 7]", arange(10)[5..8].npstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[[1, 4]\n [2, 5]]", arange(6).view(2, 3).t()[1..].npstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[0.0, 0.0, 0.0, ... 0.0, 0.0, 0.0]", zeros(1 << 24).npstr("F1", newLine: "\n", cultureInfo: s_culture));
    }

    [Fact]
    public void A_tensor_without_elements_keeps_its_rows()
    {
        Assert.Equal("[0], type = Float32, device = cpu\n\n", zeros(0).jlstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[2x0], type = Float32, device = cpu\n\n\n", zeros(2, 0).jlstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[]", zeros(0).npstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[[]\n []]", zeros(2, 0).npstr(newLine: "\n", cultureInfo: s_culture));
    }

    [Fact]
    public void CSharp_style_is_an_array()
    {
        Assert.Equal("[3], type = Int64, device = cpu, value = long [] {0L, 1L, 2L}", arange(3).cstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal("[2x2], type = Float32, device = cpu, value = \nfloat [,] {\n {0f, 1f},\n {2f, 3f}\n}", arange(4, dtype: ScalarType.Float32).view(2, 2).cstr(newLine: "\n", cultureInfo: s_culture));
    }
}

namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata,

    /// <summary>Julia's columns.</summary>
    Julia,

    /// <summary>NumPy's brackets.</summary>
    Numpy,

    /// <summary>A C# array.</summary>
    CSharp,

    /// <summary>What torch.TensorStringStyle says.</summary>
    Default,
}

public static partial class torch
{
    public const TorchSharp.TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;
    public const TorchSharp.TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;
    public const TorchSharp.TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    private static TorchSharp.TensorStringStyle s_style = TorchSharp.TensorStringStyle.Julia;

    internal static string FloatFormat { get; private set; } = "g5";

    internal static string NewLine { get; private set; } = Environment.NewLine;

    internal static int LineWidth { get; private set; } = 100;

    internal static int MaxRows { get; private set; } = 6;

    internal static int MaxColumns { get; private set; } = 6;

    /// <summary>The style of <c>str()</c> and <c>print()</c>.</summary>
    public static TorchSharp.TensorStringStyle TensorStringStyle
    {
        get => s_style;
        set => s_style = value == TorchSharp.TensorStringStyle.Default ? throw new ArgumentException("The style cannot be set to 'Default'") : value;
    }

    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, sci_mode ? $"E{precision}" : $"F{precision}", linewidth, newLine, maxRows, maxColumns);

    public static void set_printoptions(TorchSharp.TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        s_style = style ?? s_style;
        FloatFormat = floatFormat ?? FloatFormat;
        NewLine = newLine ?? NewLine;
        LineWidth = linewidth ?? LineWidth;
        MaxRows = maxRows ?? MaxRows;
        MaxColumns = maxColumns ?? MaxColumns;
    }
}

namespace ConvNets.Data.Imaging;

/// <summary>One colour component of a JPEG frame: its sampling, its tables and its samples.</summary>
internal sealed class JpegComponent(int id, int horizontal, int vertical, int quantisation)
{
    public int Id => id;

    /// <summary>Horizontal sampling factor, 1 to 4.</summary>
    public int Horizontal => horizontal;

    /// <summary>Vertical sampling factor, 1 to 4.</summary>
    public int Vertical => vertical;

    /// <summary>Number of the quantisation table.</summary>
    public int Quantisation => quantisation;

    /// <summary>Samples in a row that belong to the picture.</summary>
    public int Width;

    /// <summary>Rows that belong to the picture.</summary>
    public int Height;

    /// <summary>Blocks in a row, filled up to whole MCUs.</summary>
    public int BlocksWide;

    /// <summary>Rows of blocks, filled up to whole MCUs.</summary>
    public int BlocksHigh;

    /// <summary>Samples after the inverse DCT; a row has <see cref="Stride"/> bytes.</summary>
    public byte[] Samples = [];

    /// <summary>Coefficients of all blocks of a progressive file.</summary>
    public short[] Coefficients = [];

    /// <summary>Dequantisation factors in the order of the block, taken when the component's first scan begins.</summary>
    public short[]? Factors;

    /// <summary>Huffman tables of the scan.</summary>
    public HuffmanTable? Dc, Ac;

    /// <summary>The DC value before this one.</summary>
    public int Prediction;

    public int Stride => BlocksWide * 8;

    /// <summary>Runs the inverse DCT of a block and places its samples.</summary>
    public void Place(ReadOnlySpan<short> block, int blockX, int blockY, bool flat)
    {
        var target = Samples.AsSpan(blockY * 8 * Stride + blockX * 8);
        if (flat)
            InverseDct.Flat((short)(block[0] * Factors![0]), target, Stride);
        else
            InverseDct.Transform(block, Factors, target, Stride);
    }
}

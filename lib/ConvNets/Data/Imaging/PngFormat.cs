namespace ConvNets.Data.Imaging;

/// <summary>What the reader and the writer of PNG share.</summary>
internal static class PngFormat
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The neighbour nearest to left + above - corner; ties go to left, then above.</summary>
    public static int Paeth(int left, int above, int corner)
    {
        int p = left + above - corner;
        int a = Math.Abs(p - left), b = Math.Abs(p - above), c = Math.Abs(p - corner);
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}

namespace TorchSharp.Modules;

/// <summary>
/// Sliding windows over images: <c>unfold</c> lays them out as columns, <c>fold</c> sums columns back; each is the gradient
/// of the other.
/// </summary>
internal readonly record struct Windows((long H, long W) Kernel, (long H, long W) Dilation, (long H, long W) Padding, (long H, long W) Stride)
{
    /// <summary><c>[N, C, H, W]</c> to <c>[N, C*kh*kw, oh*ow]</c>.</summary>
    internal static Tensor Unfold(Tensor input, Windows windows)
    {
        if (input.ndim == 3)
        {
            using var batch = input.unsqueeze(0);
            using var columns = Unfold(batch, windows);
            return columns.squeeze(0);
        }

        if (input.ndim != 4)
        {
            throw new ExternalException($"unfold: expected a 3D or 4D input, but got {Shapes.Text(input.shape)}.");
        }

        if (!Sensible((input.size(2), input.size(3)), 0))
        {
            throw new ExternalException($"unfold: an image of shape {Shapes.Text(input.shape)} is too large.");
        }

        using var scope = NewDisposeScope();
        var (rows, columnsOut) = windows.Places(input.size(2), input.size(3));
        var padded = nn.functional.pad(input, [windows.Padding.W, windows.Padding.W, windows.Padding.H, windows.Padding.H]).contiguous();
        var (n, c, h, w) = (padded.size(0), padded.size(1), padded.size(2), padded.size(3));
        var view = padded.as_strided(
            [n, c, windows.Kernel.H, windows.Kernel.W, rows, columnsOut],
            [c * h * w, h * w, windows.Dilation.H * w, windows.Dilation.W, windows.Stride.H * w, windows.Stride.W]);
        return view.reshape(n, c * windows.Kernel.H * windows.Kernel.W, rows * columnsOut).MoveToOuterDisposeScope();
    }

    /// <summary><c>[N, C*kh*kw, oh*ow]</c> to <c>[N, C, H, W]</c>.</summary>
    internal static Tensor Fold(Tensor columns, (long H, long W) size, Windows windows)
    {
        if (columns.ndim == 2)
        {
            using var batch = columns.unsqueeze(0);
            using var image = Fold(batch, size, windows);
            return image.squeeze(0);
        }

        if (!Sensible(size, 1))
        {
            throw new ExternalException($"fold: output_size has to be positive and to fit in memory, but is {size.H}x{size.W}.");
        }

        var (rows, across) = windows.Places(size.H, size.W);
        var cells = windows.Kernel.H * windows.Kernel.W;
        if (columns.ndim != 3 || columns.size(1) % cells != 0 || columns.size(2) != rows * across)
        {
            throw new ExternalException($"fold: an output of {size.H}x{size.W} needs columns [N, C*{cells}, {rows * across}], but got {Shapes.Text(columns.shape)}.");
        }

        var result = Sum(columns, size, windows, rows, across);
        return GradMode.Needs(columns) ? new FoldBackward(columns, windows).Attach(result) : result;
    }

    private static Tensor Sum(Tensor columns, (long H, long W) size, Windows windows, long rows, long across)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (n, c) = (columns.size(0), columns.size(1) / (windows.Kernel.H * windows.Kernel.W));
        var cells = columns.reshape(n, c, windows.Kernel.H, windows.Kernel.W, rows, across);
        var padded = zeros([n, c, size.H + 2 * windows.Padding.H, size.W + 2 * windows.Padding.W], columns.dtype);
        for (long i = 0; i < windows.Kernel.H; i++)
        {
            for (long j = 0; j < windows.Kernel.W; j++)
            {
                var (top, left) = (i * windows.Dilation.H, j * windows.Dilation.W);
                padded
                    .slice(2, top, top + (rows - 1) * windows.Stride.H + 1, windows.Stride.H)
                    .slice(3, left, left + (across - 1) * windows.Stride.W + 1, windows.Stride.W)
                    .add_(cells.select(2, i).select(2, j));
            }
        }

        return padded.narrow(2, windows.Padding.H, size.H).narrow(3, windows.Padding.W, size.W).clone().contiguous().MoveToOuterDisposeScope();
    }

    private (long Rows, long Columns) Places(long height, long width)
    {
        if (!Sensible(Kernel, 1) || !Sensible(Dilation, 1) || !Sensible(Stride, 1) || !Sensible(Padding, 0))
        {
            throw new ExternalException($"unfold or fold: windows need a kernel, dilation and stride of 1 or more and a padding of 0 or more, but these are {Kernel}, {Dilation}, {Stride} and {Padding}.");
        }

        var rows = (height + 2 * Padding.H - Dilation.H * (Kernel.H - 1) - 1) / Stride.H + 1;
        var columns = (width + 2 * Padding.W - Dilation.W * (Kernel.W - 1) - 1) / Stride.W + 1;
        if (rows <= 0 || columns <= 0)
        {
            throw new ExternalException($"unfold or fold: a window of {Kernel.H}x{Kernel.W} (dilation {Dilation.H}x{Dilation.W}) does not fit into an image of {height}x{width} with padding {Padding.H}x{Padding.W}.");
        }

        return (rows, columns);
    }

    private static bool Sensible((long H, long W) size, long least) => size.H >= least && size.W >= least && size.H <= int.MaxValue && size.W <= int.MaxValue;

    private sealed class FoldBackward(Tensor columns, Windows windows) : Node("Col2ImBackward0", columns)
    {
        protected internal override Tensor?[] Backward(Tensor?[] grads) => [Unfold(grads[0]!, windows)];
    }
}

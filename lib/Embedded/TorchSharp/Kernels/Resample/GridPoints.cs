using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Memory;

namespace TorchSharp.Kernels.Resample;

/// <summary>
/// Where up to <see cref="Most"/> points of a grid lie among the pixels of an image. What is outside of the image has the place
/// of a pixel after the last one, which is zero for those who read and nobody's for those who write.
/// </summary>
internal readonly unsafe ref struct GridPoints<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public const int Most = 64;

    private const int Rows = 6;

    private readonly GridShape _shape;
    private readonly Scratch<T> _numbers;
    private readonly Scratch<long> _places;

    public GridPoints(in GridShape shape)
    {
        _shape = shape;
        _numbers = new Scratch<T>(Rows * Most);
        _places = new Scratch<long>(4 * Most);
    }

    /// <summary>How far right of its left neighbour a point lies, 0 to 1.</summary>
    public T* Right => _numbers.Pointer + 2 * Most;

    /// <summary>How far below its upper neighbour a point lies, 0 to 1.</summary>
    public T* Down => _numbers.Pointer + 3 * Most;

    /// <summary>How many columns a point moves for each unit of its coordinate.</summary>
    public T* SlopeX => _numbers.Pointer + 4 * Most;

    /// <summary>How many rows a point moves for each unit of its coordinate.</summary>
    public T* SlopeY => _numbers.Pointer + 5 * Most;

    /// <summary>Pixel numbers of the upper left neighbours, or of the nearest pixels.</summary>
    public long* TopLeft => _places.Pointer;

    public long* TopRight => _places.Pointer + Most;

    public long* BottomLeft => _places.Pointer + 2 * Most;

    public long* BottomRight => _places.Pointer + 3 * Most;

    public void Dispose()
    {
        _places.Dispose();
        _numbers.Dispose();
    }

    /// <summary>The shares of a point's four neighbours: upper left and right, lower left and right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Shares(int i, out Vector<T> topLeft, out Vector<T> topRight, out Vector<T> bottomLeft, out Vector<T> bottomRight)
    {
        T right = Right[i], left = T.One - right, below = Down[i], above = T.One - below;
        (topLeft, topRight) = (new Vector<T>(left * above), new Vector<T>(right * above));
        (bottomLeft, bottomRight) = (new Vector<T>(left * below), new Vector<T>(right * below));
    }

    /// <summary>Finds the points of some positions (x, y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(T* positions, int count)
    {
        T* x = _numbers.Pointer, y = x + Most;
        for (var i = 0; i < count; i++)
        {
            x[i] = positions[2 * i];
            y[i] = positions[2 * i + 1];
        }
        for (var i = 0; i < count; i += Vector<T>.Count)
        {
            Locate(x + i, _shape.W, Right + i, SlopeX + i);
            Locate(y + i, _shape.H, Down + i, SlopeY + i);
        }
        if (_shape.Mode == torch.GridSampleMode.Nearest) Nearest(x, y, count);
        else Neighbours(x, y, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Nearest(T* x, T* y, int count)
    {
        long w = _shape.W, h = _shape.H, none = _shape.Pixels;
        var nearest = TopLeft;
        for (var i = 0; i < count; i++)
        {
            long column = T.ConvertToIntegerNative<int>(x[i]), row = T.ConvertToIntegerNative<int>(y[i]);
            nearest[i] = (ulong)column < (ulong)w & (ulong)row < (ulong)h ? row * w + column : none;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Neighbours(T* x, T* y, int count)
    {
        long w = _shape.W, h = _shape.H, none = _shape.Pixels;
        long* topLeft = TopLeft, topRight = TopRight, bottomLeft = BottomLeft, bottomRight = BottomRight;
        for (var i = 0; i < count; i++)
        {
            long column = T.ConvertToIntegerNative<int>(x[i]), row = T.ConvertToIntegerNative<int>(y[i]);
            var at = row * w + column;
            bool left = (ulong)column < (ulong)w, right = (ulong)(column + 1) < (ulong)w, top = (ulong)row < (ulong)h, bottom = (ulong)(row + 1) < (ulong)h;
            topLeft[i] = top & left ? at : none;
            topRight[i] = top & right ? at + 1 : none;
            bottomLeft[i] = bottom & left ? at + w : none;
            bottomRight[i] = bottom & right ? at + w + 1 : none;
        }
    }

    // A coordinate from -1 to 1 becomes the pixel before it (or the nearest one), with the rest of the way and the slope.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Locate(T* coordinate, long size, T* rest, T* slope)
    {
        var half = T.CreateChecked(0.5);
        var last = T.CreateChecked(size - 1);
        var scale = (_shape.AlignCorners ? last : T.CreateChecked(size)) * half;
        var place = (Vector.Load(coordinate) + Vector<T>.One) * scale;
        if (!_shape.AlignCorners) place -= new Vector<T>(half);
        var moves = new Vector<T>(scale);
        if (_shape.Padding == torch.GridSamplePaddingMode.Reflection) Reflect(ref place, ref moves, last);
        if (_shape.Padding != torch.GridSamplePaddingMode.Zeros)
        {
            // At the border a place does not move with its coordinate any more. NaN goes to the first pixel.
            var from = Vector.GreaterThan(place, Vector<T>.Zero);
            var to = Vector.LessThan(place, new Vector<T>(last));
            moves = Vector.ConditionalSelect(from & to, moves, Vector<T>.Zero);
            place = Vector.ConditionalSelect(from, Vector.ConditionalSelect(to, place, new Vector<T>(last)), Vector<T>.Zero);
        }
        var before = _shape.Mode == torch.GridSampleMode.Nearest ? new RoundEven().Of(place) : new Floor().Of(place);
        Vector.Store(place - before, rest);
        Vector.Store(moves, slope);
        // Far outside is as good as just outside, and fits into an integer.
        var inRange = Vector.Max(Vector.Min(before, new Vector<T>(last + T.One)), new Vector<T>(-T.One - T.One));
        Vector.Store(inRange, coordinate);
    }

    // Folds back and forth between mirrors: the centres of the border pixels or their outer edges.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reflect(ref Vector<T> place, ref Vector<T> moves, T last)
    {
        var low = new Vector<T>(_shape.AlignCorners ? T.Zero : T.CreateChecked(-0.5));
        var span = _shape.AlignCorners ? last : last + T.One;
        if (span == T.Zero)
        {
            place = moves = Vector<T>.Zero;
            return;
        }
        var along = place - low;
        var behind = Vector.LessThan(along, Vector<T>.Zero);
        along = Vector.Abs(along);
        var folds = new Floor().Of(along / new Vector<T>(span));
        var rest = along - folds * span;
        var odd = Vector.GreaterThan(folds - new Floor().Of(folds * T.CreateChecked(0.5)) * T.CreateChecked(2), Vector<T>.Zero);
        place = Vector.ConditionalSelect(odd, new Vector<T>(span) - rest, rest) + low;
        moves = Vector.ConditionalSelect(behind ^ odd, -moves, moves);
    }
}

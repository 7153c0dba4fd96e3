using TorchSharp.Kernels.Conv;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// A padded copy of a plane whose columns are sorted by residue modulo the stride (see <see cref="Planes"/>): there the same
/// tap of neighbouring windows is one stretch, so windows can be taken a register at a time.
/// </summary>
internal readonly unsafe struct TapPlane
{
    private readonly PoolShape _s;

    public TapPlane(in PoolShape s)
    {
        _s = s;
        Rows = (s.OH - 1) * s.SH + s.KH;
        Columns = (s.OW - 1) * s.SW + s.KW;
        Pitch = Planes.Columns(Columns, s.SW) * s.SW;
    }

    /// <summary>Rows that the windows reach.</summary>
    public long Rows { get; }

    /// <summary>Columns that the windows reach.</summary>
    public long Columns { get; }

    /// <summary>Elements from one row to the next.</summary>
    public long Pitch { get; }

    /// <summary>Elements of the plane.</summary>
    public long Elements => Rows * Pitch;

    /// <summary>Copies a map into the plane.</summary>
    public void Fill<T>(T* map, T* plane, T outside = default) where T : unmanaged =>
        Planes.Fill(map, _s.H, _s.W, -_s.PH, -_s.PW, _s.SW, Rows, Columns, plane, outside);

    /// <summary>Copies what lies inside the map back; elements that no window reaches stay as they are.</summary>
    public void Empty<T>(T* plane, T* map) where T : unmanaged =>
        Planes.Empty(plane, _s.H, _s.W, -_s.PH, -_s.PW, _s.SW, Rows, Columns, map);

    /// <summary>Where column j of the first window lies.</summary>
    public long Column(long j) => j % _s.SW * (Pitch / _s.SW) + j / _s.SW;

    /// <summary>taps[i * KW + j] = where element (i, j) of the first window lies.</summary>
    public void Offsets(long* taps)
    {
        for (long i = 0; i < _s.KH; i++)
            for (long j = 0; j < _s.KW; j++)
                *taps++ = i * Pitch + Column(j);
    }
}

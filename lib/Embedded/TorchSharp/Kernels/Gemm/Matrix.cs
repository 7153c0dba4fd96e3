namespace TorchSharp.Kernels.Gemm;

/// <summary>A matrix in memory: element [i, j] is at <c>Data + i * RowPitch + j * ColPitch</c>.</summary>
internal readonly unsafe struct Matrix<T>(T* data, long rowPitch, long colPitch) where T : unmanaged
{
    public readonly T* Data = data;
    public readonly long RowPitch = rowPitch;
    public readonly long ColPitch = colPitch;

    public Matrix<T> Transposed => new(Data, ColPitch, RowPitch);

    public T* At(long row, long col) => Data + row * RowPitch + col * ColPitch;
}

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file in libtorch's own archive, which <c>torch.jit.load</c> in Python reads too.</summary>
        public void save(string location) => TensorArchive.Save(this, location);

        /// <summary>Reads a tensor that <see cref="save"/>, libtorch's or Python's <c>torch.save</c> wrote.</summary>
        /// <exception cref="InvalidDataException">The file is not such an archive of one tensor.</exception>
        public static Tensor load(string location) => TensorArchive.Load(location);
    }

    /// <summary>Writes a tensor to a file in libtorch's own archive.</summary>
    public static void save(Tensor t, string location) => Given(t).save(location);

    /// <summary>Reads a tensor that <see cref="save"/> wrote.</summary>
    public static Tensor load(string location) => Tensor.load(location);
}

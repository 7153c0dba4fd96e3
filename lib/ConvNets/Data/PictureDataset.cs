using ConvNets.Data.Transforms;
using TorchSharp;
using static TorchSharp.torch;

namespace ConvNets.Data;

/// <summary>
/// A set of pictures as a data set of <c>torch.utils.data</c>, for its <c>DataLoader</c>: each element is a dictionary with <c>data</c>
/// [C, H, W] float32 and <c>label</c>, an int64 scalar. <see cref="BatchLoader"/> does the same work ahead of the training step and repeats bit for
/// bit.
/// </summary>
/// <param name="set">The pictures.</param>
/// <param name="transforms">What happens to each picture.</param>
/// <param name="seed">Random transforms draw from (seed, <see cref="Epoch"/>, index).</param>
public sealed class PictureDataset(ImageSet set, IReadOnlyList<Transform>? transforms = null, long seed = 0) : torch.utils.data.Dataset
{
    /// <summary>Raise it before each pass, so that random transforms draw anew.</summary>
    public int Epoch { get; set; }

    /// <inheritdoc/>
    public override long Count => set.Count;

    /// <inheritdoc/>
    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        var picture = Transform.ApplyAll(transforms ?? [], set.Load((int)index), new Draw(seed, Epoch, index));
        var data = empty(new long[] { picture.Channels, picture.Height, picture.Width });
        using (var values = data.data<float>())
            values.CopyFrom(picture.Values);
        picture.Recycle();
        return new Dictionary<string, Tensor> { ["data"] = data, ["label"] = tensor((long)set.Labels[(int)index]) };
    }
}

// Offset pooling: the last pool of OverFeat at every shift of its window, so that the classifier steps finer than the pool's stride.
// Sermanet et al., 2014, "OverFeat", section 3.3 and figure 3.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>Applies a classifier behind a pool at all offsets and interleaves the results.</summary>
public static class OffsetPooling
{
    /// <summary>
    /// Class maps at every offset: <c>[N, C, H, W]</c> to <c>[N, classes, size h, size w]</c>, where out[size i + d] is the classifier
    /// at position i after a pool shifted by d.
    /// </summary>
    /// <param name="features">The maps before the pool.</param>
    /// <param name="size">Side and stride of the pool: 3 in the accurate network.</param>
    /// <param name="classifier">The classifier as a convolution, on pooled maps.</param>
    public static Tensor Of(Tensor features, long size, Func<Tensor, Tensor> classifier)
    {
        using var scope = NewDisposeScope();
        var (height, width) = ((features.shape[2] - size + 1) / size * size, (features.shape[3] - size + 1) / size * size);
        if (height < size || width < size)
            throw new ArgumentException($"Maps of {features.shape[2]}x{features.shape[3]} are too small for a pool of {size} at {size} offsets.");
        var rows = new List<Tensor>();
        for (var dy = 0L; dy < size; dy++)
        {
            var columns = new List<Tensor>();
            for (var dx = 0L; dx < size; dx++)
            {
                var shifted = features.narrow(2, dy, height).narrow(3, dx, width);
                columns.Add(classifier(functional.max_pool2d(shifted, size, size)));
            }
            rows.Add(stack(columns, 4));                                 // N, classes, h, w, dx
        }
        var all = stack(rows, 3);                                        // N, classes, h, dy, w, dx
        return all.reshape(all.shape[0], all.shape[1], all.shape[2] * size, all.shape[4] * size).MoveToOuterDisposeScope();
    }

    /// <summary>The largest score of each class over all positions: <c>[N, classes, h, w]</c> to <c>[N, classes]</c>.</summary>
    public static Tensor SpatialMax(Tensor maps) => maps.amax([2, 3]);
}

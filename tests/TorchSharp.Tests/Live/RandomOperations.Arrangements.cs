using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Live;

// What arranges elements anew, puts tensors together, writes into places, searches; products and functions of matrices.
internal static partial class RandomOperations
{
    private static Tensor[]? Arranged(RandomCase c, Tensor[] x) => c.Operation switch
    {
        "fliplr" => [fliplr(x[0])],
        "flipud" => [flipud(x[0])],
        "ravel" => [ravel(x[0])],
        "adjoint" => [adjoint(x[0])],
        "atleast_1d" => [x[0].atleast_1d()],
        "atleast_2d" => [x[0].atleast_2d()],
        "atleast_3d" => [x[0].atleast_3d()],
        "argwhere" => [argwhere(x[0])],
        "diag" => [diag(x[0], c.Whole("k"))],
        "diagflat" => [diagflat(x[0], c.Whole("k"))],
        "hstack" => [hstack(x)],
        "vstack" => [vstack(x)],
        "dstack" => [dstack(x)],
        "column_stack" => [column_stack(x)],
        "block_diag" => [block_diag(x)],
        "meshgrid" => meshgrid(x, c.Word("indexing")),
        "cartesian_prod" => [cartesian_prod(x)],
        "combinations" => [combinations(x[0], (int)c.Whole("n"), c.Flag("again"))],
        "broadcast_tensors" => [.. broadcast_tensors(x)],
        "hsplit" => x[0].hsplit(c.Whole("n")),
        "vsplit" => x[0].vsplit(c.Whole("n")),
        "dsplit" => x[0].dsplit(c.Whole("n")),
        "scatter" => [scatter(x[0], c.Whole("dim"), x[2], x[1])],
        "index_copy" => [index_copy(x[0], c.Whole("dim"), x[1], x[2])],
        "index_fill" => [index_fill(x[0], c.Whole("dim"), x[1], c.Real("a"))],
        "masked_scatter" => [x[0].masked_scatter(x[1], x[2])],
        "diagonal_scatter" => [diagonal_scatter(x[0], x[1], c.Whole("k"))],
        "select_scatter" => [select_scatter(x[0], x[1], c.Whole("dim"), c.Whole("i"))],
        "slice_scatter" => [slice_scatter(x[0], x[1], 0, c.Whole("start"), null, c.Whole("step"))],
        "take" => [take(x[0], x[1])],
        "isclose" => [isclose(x[0], x[1], 0.3, 0.2)],
        "float_power" => [float_power(x[0], x[1])],
        "isin" => [isin(x[0], x[1])],
        "bucketize" => [bucketize(x[0], x[1].sort().Values, right: c.Flag("right"))],
        "unique_consecutive" => unique_consecutive(x[0], return_inverse: true, return_counts: true) is var (values, inverse, counts) ? [values, inverse!, counts!] : null,
        "nansum" => [nansum(x[0])],
        "nanmedian" => [nanmedian(x[0])],
        "aminmax" => Two(aminmax(x[0].detach(), c.Whole("dim"), c.Flag("keepdim"))),
        "std_mean" => Two(std_mean(x[0].detach(), c.Whole("dim"), true, c.Flag("keepdim"))),
        "cov" => [cov(x[0], c.Whole("correction"))],
        "corrcoef" => [corrcoef(x[0])],
        "renorm" => [renorm(x[0], (float)c.Real("p"), c.Whole("dim"), 1.5f)],
        _ => null,
    };

    private static Tensor[]? Matrices(RandomCase c, Tensor[] x) => c.Operation switch
    {
        "vander" => [vander(x[0], c.Whole("n"))],
        "dot" => [dot(x[0], x[1])],
        "mv" => [mv(x[0], x[1])],
        "addmv" => [addmv(x[0], x[1], x[2], 0.5f, 2)],
        "addr" => [addr(x[0], x[1], x[2], 0.5f, 2)],
        "addbmm" => [addbmm(x[0], x[1], x[2], 0.5f, 2)],
        "multi_dot" => [linalg.multi_dot(x)],
        "matrix_power" => [matrix_power(x[0], (int)c.Whole("k"))],
        "cholesky" => [linalg.cholesky(x[0].matmul(x[0].mT) + 2 * eye(x[0].size(0), dtype: x[0].dtype))],
        "pinv" => [linalg.pinv(x[0])],
        "eigvalsh" => [linalg.eigvalsh(x[0] + x[0].mT)],
        "vector_norm" => [linalg.vector_norm(x[0], c.Real("p"), [c.Whole("dim")])],
        "matrix_norm" => [linalg.matrix_norm(x[0], c.Word("p"))],
        "vecdot" => [linalg.vecdot(x[0], x[1])],
        "linspace" => [linspace(c.Real("a"), c.Real("b"), c.Whole("n"), float64)],
        "logspace" => [logspace(c.Real("a"), c.Real("b"), c.Whole("n"), c.Real("base"), float64)],
        "arange" => [arange(c.Real("a"), c.Real("b"), c.Real("step"), float64)],
        "tril_indices" => [tril_indices(c.Whole("n"), c.Whole("m"), c.Whole("k"))],
        "triu_indices" => [triu_indices(c.Whole("n"), c.Whole("m"), c.Whole("k"))],
        _ => null,
    };

    private static Tensor[]? Lines(RandomCase c, Tensor[] x)
    {
        switch (c.Operation)
        {
            case "conv1d_padding": return [F.conv1d_padding(x[0], x[1], null, null, c.Choice<Padding>("padding"), c.Whole("dilation"))];
            case "conv2d_padding": return [F.conv2d_padding(x[0], x[1], null, null, c.Choice<Padding>("padding"), c.Wholes("dilation"))];
            case "conv3d_padding": return [F.conv3d_padding(x[0], x[1], null, null, c.Choice<Padding>("padding"))];
            case "adaptive_max_pool1d": return Two(F.adaptive_max_pool1d_with_indices(x[0], c.Whole("size")));
            case "lp_pool1d": return [F.lp_pool1d(x[0], c.Real("p"), c.Whole("kernel"), null, c.Flag("ceil"))];
            case "channel_shuffle": return [ChannelShuffle(c.Whole("groups")).call(x[0])];
            case "interpolate_line": return [F.interpolate(x[0], [c.Whole("size")], null, c.Choice<InterpolationMode>("mode"), Align(c))];
            case "interpolate_volume": return [F.interpolate(x[0], c.Wholes("size"), null, c.Choice<InterpolationMode>("mode"), Align(c))];
            case "instance_norm_running":
                var (mean, variance) = (x[3].clone(), x[4].clone());
                return [F.instance_norm(x[0], mean, variance, x[1], x[2], c.Flag("batch"), 0.2), mean, variance];
            case "nll_loss_weighted": return [F.nll_loss(x[0], x[1], x[2], c.Choice<Reduction>("reduction"))];
            case "bce_weighted": return [F.binary_cross_entropy(x[0], x[1], x[2], c.Choice<Reduction>("reduction"))];
            case "bce_with_logits_weighted": return [F.binary_cross_entropy_with_logits(x[0], x[1], x[2], c.Choice<Reduction>("reduction"), x[3])];
            case "multi_label_margin_loss": return [F.multi_label_margin_loss(x[0], x[1], c.Choice<Reduction>("reduction"))];
            case "triplet_margin_with_distance_loss": return [F.triplet_margin_with_distance_loss(x[0], x[1], x[2], null, 0.7, c.Flag("swap"), c.Choice<Reduction>("reduction"))];
            case "embedding_padding": return [Embedding_from_pretrained(x[0], freeze: false, padding_idx: c.Whole("padding")).call(x[1])];
            default: return null;
        }
    }
}

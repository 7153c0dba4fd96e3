using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Live;

/// <summary>The operations of Golden/random_cases.py in the engine.</summary>
internal static partial class RandomOperations
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_unary = new()
    {
        ["abs"] = abs,
        ["neg"] = neg,
        ["sign"] = sign,
        ["square"] = square,
        ["exp"] = exp,
        ["exp2"] = exp2,
        ["expm1"] = expm1,
        ["sin"] = sin,
        ["cos"] = cos,
        ["tan"] = tan,
        ["sinh"] = sinh,
        ["cosh"] = cosh,
        ["tanh"] = tanh,
        ["asinh"] = asinh,
        ["atan"] = atan,
        ["erf"] = erf,
        ["erfc"] = erfc,
        ["sigmoid"] = sigmoid,
        ["floor"] = floor,
        ["ceil"] = ceil,
        ["trunc"] = trunc,
        ["round"] = x => round(x),
        ["frac"] = frac,
        ["sgn"] = sgn,
        ["positive"] = positive,
        ["isnan"] = isnan,
        ["isinf"] = isinf,
        ["isfinite"] = isfinite,
        ["signbit"] = signbit,
        ["logical_not"] = logical_not,
        ["deg2rad"] = deg2rad,
        ["rad2deg"] = rad2deg,
        ["sinc"] = sinc,
        ["reciprocal"] = reciprocal,
        ["sqrt"] = sqrt,
        ["rsqrt"] = rsqrt,
        ["log"] = log,
        ["log2"] = log2,
        ["log10"] = log10,
        ["log1p"] = log1p,
        ["nan_to_num"] = x => nan_to_num(x),
        ["asin"] = asin,
        ["acos"] = acos,
        ["atanh"] = atanh,
        ["erfinv"] = erfinv,
        ["acosh"] = acosh,
        ["lgamma"] = lgamma,
        ["digamma"] = digamma,
        ["logit"] = x => logit(x),
        ["special_i0"] = special.i0,
        ["special_i0e"] = special.i0e,
        ["special_i1"] = special.i1,
        ["special_i1e"] = special.i1e,
        ["special_erfcx"] = special.erfcx,
        ["special_ndtr"] = special.ndtr,
        ["special_entr"] = special.entr,
        ["special_ndtri"] = special.ndtri,
        ["polygamma_2"] = x => polygamma(x, 2),
        ["mvlgamma_3"] = x => mvlgamma(x, 3),
        ["angle"] = angle,
        ["frexp"] = x => frexp(x).Mantissa,
        ["relu"] = x => F.relu(x),
        ["relu6"] = x => F.relu6(x),
        ["selu"] = x => F.selu(x),
        ["silu"] = x => F.silu(x),
        ["mish"] = x => F.mish(x),
        ["hardswish"] = x => F.hardswish(x + 0.0003),
        ["hardsigmoid"] = x => F.hardsigmoid(x),
        ["tanhshrink"] = x => F.tanhshrink(x),
        ["softsign"] = x => F.softsign(x),
        ["logsigmoid"] = F.logsigmoid,
        ["gelu"] = x => F.gelu(x),
        ["msort"] = x => x.msort(),
        ["nonzero"] = x => x.nonzero(),
        ["inverse"] = linalg.inv,
        ["det"] = linalg.det,
        ["svdvals"] = linalg.svdvals,
        ["glu"] = x => F.glu(x, 1),
        ["one_hot"] = x => F.one_hot(x, 5),
        ["histc"] = x => x.histc(5, -2, 2),
        ["sum_all"] = x => x.sum(),
        ["mean_all"] = x => x.mean(),
        ["prod_all"] = x => x.prod(),
        ["max_all"] = x => x.max(),
        ["min_all"] = x => x.min(),
        ["median_all"] = x => x.median(),
        ["std_all"] = x => x.std(),
        ["var_all"] = x => x.var(),
        ["argmax_all"] = x => x.argmax(),
        ["argmin_all"] = x => x.argmin(),
        ["logsumexp0_all"] = x => x.flatten().logsumexp(0),
        ["norm_all"] = x => x.norm(),
        ["all_all"] = x => x.all(),
        ["any_all"] = x => x.any(),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> s_binary = new()
    {
        ["add"] = (x, y) => x + y,
        ["sub"] = (x, y) => x - y,
        ["mul"] = (x, y) => x * y,
        ["div"] = (x, y) => x / y,
        ["maximum"] = maximum,
        ["minimum"] = minimum,
        ["eq"] = eq,
        ["ne"] = ne,
        ["lt"] = lt,
        ["le"] = le,
        ["gt"] = gt,
        ["ge"] = ge,
        ["logical_and"] = logical_and,
        ["logical_or"] = logical_or,
        ["logical_xor"] = logical_xor,
        ["fmax"] = fmax,
        ["fmin"] = fmin,
        ["copysign"] = copysign,
        ["hypot"] = hypot,
        ["atan2"] = atan2,
        ["fmod_whole"] = fmod,
        ["remainder_whole"] = remainder,
        ["floor_divide_whole"] = floor_divide,
        ["bitwise_and_whole"] = bitwise_and,
        ["bitwise_or_whole"] = bitwise_or,
        ["bitwise_xor_whole"] = bitwise_xor,
        ["gcd_whole"] = gcd,
        ["lcm_whole"] = lcm,
        ["bitwise_left_shift_whole"] = bitwise_left_shift,
        ["fmod"] = fmod,
        ["remainder"] = remainder,
        ["floor_divide"] = floor_divide,
        ["logaddexp"] = logaddexp,
        ["logaddexp2"] = logaddexp2,
        ["xlogy"] = xlogy,
        ["heaviside"] = heaviside,
        ["nextafter"] = nextafter,
        ["pow"] = pow,
        ["pow_whole"] = pow,
        ["dist"] = (x, y) => dist(x, y),
        ["lerp"] = (x, y) => lerp(x, y, tensor(0.3, x.dtype)),
        ["ldexp"] = ldexp,
        ["matmul"] = matmul,
        ["bmm"] = bmm,
        ["outer"] = outer,
        ["kron"] = kron,
        ["cross"] = (x, y) => cross(x, y, 1),
        ["solve"] = (x, y) => linalg.solve(x, y),
        ["masked_select"] = masked_select,
        ["prelu"] = F.prelu,
        ["embedding"] = (w, i) => Embedding_from_pretrained(w, freeze: false).call(i),
        ["index_mask"] = (x, m) => x[m],
        ["take_along"] = (x, i) => take_along_dim(x, i, 1),
        ["tensordot"] = (x, y) => tensordot(x, y, [1L, 2], [0L, 1]),
    };

    private static readonly Dictionary<string, Func<Tensor, long, Tensor>> s_along = new()
    {
        ["softmax"] = (x, d) => F.softmax(x, d),
        ["log_softmax"] = (x, d) => F.log_softmax(x, d),
        ["softmin"] = (x, d) => F.softmin(x, d),
        ["cumsum"] = (x, d) => x.cumsum(d),
        ["cumprod"] = (x, d) => x.cumprod(d),
        ["logcumsumexp"] = (x, d) => x.logcumsumexp(d),
        ["flip"] = (x, d) => x.flip(d),
        ["diff"] = (x, d) => x.diff(dim: d),
        ["unsqueeze"] = (x, d) => x.unsqueeze(d),
        ["squeeze"] = (x, d) => x.squeeze(d),
        ["any"] = (x, d) => x.any(d),
        ["all"] = (x, d) => x.all(d),
        ["count_nonzero"] = (x, d) => x.count_nonzero([d]),
        ["nanmean"] = (x, d) => x.nanmean((int)d),
        ["cumulative_trapezoid"] = (x, d) => cumulative_trapezoid(x, dim: d),
        ["trapezoid"] = (x, d) => trapezoid(x, dim: d),
    };

    private static readonly Dictionary<string, Func<Tensor, long, bool, Tensor[]>> s_reductions = new()
    {
        ["sum"] = (x, d, k) => [x.sum(d, k)],
        ["mean"] = (x, d, k) => [x.mean([d], k)],
        ["prod"] = (x, d, k) => [x.prod(d, k)],
        ["max"] = (x, d, k) => Two(x.max(d, k)),
        ["min"] = (x, d, k) => Two(x.min(d, k)),
        ["amax"] = (x, d, k) => [x.amax([d], k)],
        ["amin"] = (x, d, k) => [x.amin([d], k)],
        ["argmax"] = (x, d, k) => [x.argmax(d, k)],
        ["argmin"] = (x, d, k) => [x.argmin(d, k)],
        ["mode"] = (x, d, k) => Two(x.mode(d, k)),
        ["logsumexp"] = (x, d, k) => [x.logsumexp(d, k)],
        ["var"] = (x, d, k) => [x.var(d, k, k)],
        ["std"] = (x, d, k) => [x.std(d, k, k)],
        ["var_mean"] = (x, d, k) => Two(var_mean(x, d, true, k)),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Reduction, Tensor>> s_losses = new()
    {
        ["mse_loss"] = (x, t, m) => F.mse_loss(x, t, m),
        ["l1_loss"] = (x, t, m) => F.l1_loss(x, t, m),
        ["smooth_l1_loss"] = (x, t, m) => F.smooth_l1_loss(x, t, m, 0.7),
        ["huber_loss"] = (x, t, m) => F.huber_loss(x, t, 0.7, m),
        ["kl_div"] = (x, t, m) => F.kl_div(x, t, false, m),
        ["kl_div_log"] = (x, t, m) => F.kl_div(x, t, true, m),
        ["binary_cross_entropy"] = (x, t, m) => F.binary_cross_entropy(x, t.detach(), null, m),
        ["bce_with_logits"] = (x, t, m) => F.binary_cross_entropy_with_logits(x, t, null, m),
        ["poisson_nll_loss"] = (x, t, m) => F.poisson_nll_loss(x, t.detach(), full: true, reduction: m),
        ["soft_margin_loss"] = (x, t, m) => F.soft_margin_loss(x, Signs(t, x), m),
        ["hinge_embedding_loss"] = (x, t, m) => F.hinge_embedding_loss(x, Signs(t, x), 0.8, m),
        ["multilabel_soft_margin_loss"] = (x, t, m) => F.multilabel_soft_margin_loss(x, t.to(x.dtype), null, m),
        ["cross_entropy_of_probabilities"] = (x, t, m) => F.cross_entropy(x, t, reduction: m),
        ["nll_loss"] = (x, t, m) => F.nll_loss(x, t, reduction: m),
    };

    /// <summary>The outputs of a case; null where the engine offers no such operation.</summary>
    public static Tensor[]? Run(RandomCase c)
    {
        var x = c.Inputs;
        if (s_unary.TryGetValue(c.Operation, out var unary)) return [unary(x[0])];
        if (s_binary.TryGetValue(c.Operation, out var binary)) return [binary(x[0], x[1])];
        if (s_along.TryGetValue(c.Operation, out var along)) return [along(x[0], c.Whole("dim"))];
        if (s_reductions.TryGetValue(c.Operation, out var reduce)) return reduce(x[0], c.Whole("dim"), c.Flag("keepdim"));
        if (c.Operation != "cross_entropy_of_probabilities" && s_losses.TryGetValue(c.Operation, out var loss)) return [loss(x[0], x[1], c.Choice<Reduction>("reduction"))];
        return Pointwise(c, x) ?? Shaped(c, x) ?? Arranged(c, x) ?? Matrices(c, x) ?? Layers(c, x) ?? Lines(c, x) ?? Losses(c, x);
    }

    private static Tensor[]? Pointwise(RandomCase c, Tensor[] x) => c.Operation switch
    {
        "leaky_relu" => [F.leaky_relu(x[0], c.Real("a"))],
        "elu" => [F.elu(x[0], c.Real("a"))],
        "celu" => [F.celu(x[0], c.Real("a"))],
        "hardtanh" => [F.hardtanh(x[0], c.Real("a"), c.Real("b"))],
        "softplus" => [F.softplus(x[0], c.Real("a"), c.Real("b"))],
        "softshrink" => [F.softshrink(x[0], c.Real("a"))],
        "hardshrink" => [F.hardshrink(x[0], c.Real("a"))],
        "threshold" => [F.threshold(x[0], c.Real("a"), c.Real("b"))],
        "pow_scalar" => [x[0].pow(c.Real("a"))],
        "scalar_pow" => [pow(tensor(c.Real("a"), x[0].dtype), x[0])],
        "clamp" => [x[0].clamp(c.Real("a"), c.Real("b"))],
        "add_scaled" => [x[0].add(x[1], c.Real("a"))],
        "addcmul" => [x[0].addcmul(x[1], x[2], c.Real("a"))],
        "addcdiv" => [x[0].addcdiv(x[1], x[2], c.Real("a"))],
        "where" => [where(x[0], x[1], x[2])],
        "masked_fill" => [x[0].masked_fill(x[1], c.Real("a"))],
        "convert" => [To(x[0], RandomCase.TypeOf(c.Word("type")))],
        "addmm" => [x[0].addmm(x[1], x[2], (float)c.Real("a"), (float)c.Real("b"))],
        "baddbmm" => [x[0].baddbmm(x[1], x[2], 0.5f, 2)],
        "einsum" => [einsum(c.Word("equation"), x[0], x[1])],
        "cdist" => [cdist(x[0], x[1], c.Real("p"))],
        "slogdet" => [linalg.slogdet(x[0]).Item2],
        "factor_qr" => Two(linalg.qr(x[0])),
        "factor_lu" => linalg.lu_factor(x[0]) is var (lu, pivots) ? [lu, pivots!] : null,
        "factor_plu" => linalg.lu(x[0]) is var (p, l, u) ? [p, l, u] : null,
        "factor_svdvals" => [linalg.svdvals(x[0])],
        "factor_pinv" => [linalg.pinv(x[0])],
        "factor_geqrf" => Two(geqrf(x[0].detach())),
        "matrix_exp" => [matrix_exp(x[0])],
        "triangular" => [linalg.solve_triangular(x[0], x[1], c.Flag("upper"), c.Flag("left"), c.Flag("unit"))],
        "lu_solve" => linalg.lu_factor(x[0]) is var (factors, order) ? [linalg.lu_solve(factors, order!, x[1], c.Flag("left"), c.Flag("adjoint"))] : null,
        "cholesky_solve" => [cholesky_solve(x[1], Triangle(x[0], c.Flag("upper")), c.Flag("upper")), cholesky_inverse(Triangle(x[0], c.Flag("upper")), c.Flag("upper"))],
        "lstsq" => [linalg.lstsq(x[0], x[1]).Solution],
        "reflections" => [linalg.householder_product(x[0], x[1]), ormqr(x[0].detach(), x[1].detach(), x[2].detach(), c.Flag("left"), c.Flag("transpose"))],
        "tensorinv" => [linalg.tensorinv(x[0], 2)],
        "tensorsolve" => [linalg.tensorsolve(x[0], x[1], [1])],
        _ => null,
    };

    private static Tensor Triangle(Tensor x, bool upper) => upper ? x.triu() : x.tril();

    private static Tensor[]? Shaped(RandomCase c, Tensor[] x) => c.Operation switch
    {
        "cummax" => Two(x[0].cummax(c.Whole("dim"))),
        "cummin" => Two(x[0].cummin(c.Whole("dim"))),
        "norm" => [x[0].norm((int)c.Whole("dim"), c.Flag("keepdim"), Order(c))],
        "topk" => [x[0].topk((int)c.Whole("k"), (int)c.Whole("dim"), c.Flag("largest")).values],
        "kthvalue" => [x[0].kthvalue(c.Whole("k"), c.Whole("dim"), c.Flag("keepdim")).values],
        "sort" => Two(x[0].sort(c.Whole("dim"), c.Flag("descending"), stable: true)),
        "argsort" => [x[0].sort(c.Whole("dim"), c.Flag("descending"), stable: true).Indices],
        "quantile" => [x[0].quantile(x[1].clamp(0, 1), c.Whole("dim"))],
        "gather" => [x[0].gather(c.Whole("dim"), x[1])],
        "scatter_add" => [x[0].scatter_add(c.Whole("dim"), x[2], x[1])],
        "index_select" => [x[0].index_select(c.Whole("dim"), x[1])],
        "index_add" => [x[0].index_add(c.Whole("dim"), x[1], x[2], c.Real("a"))],
        "index_tensors" => [x[0][TensorIndex.Tensor(x[1]), TensorIndex.Colon, TensorIndex.Tensor(x[2])]],
        "slices" => [x[0][TensorIndex.Slice(c.Whole("start"), c.Whole("stop"), c.Whole("step")), c.Whole("index")]],
        "cat" => [cat(x, c.Whole("dim"))],
        "stack" => [stack(x, c.Whole("dim"))],
        "roll" => [x[0].roll(c.Whole("shift"), c.Whole("dim"))],
        "repeat" => [x[0].repeat(c.Wholes("sizes"))],
        "repeat_interleave" => [x[0].repeat_interleave(c.Whole("n"), c.Whole("dim"))],
        "permute" => [x[0].permute(c.Wholes("order"))],
        "unfold_dim" => [x[0].unfold(c.Whole("dim"), c.Whole("size"), c.Whole("step"))],
        "diagonal" => [x[0].diagonal(c.Whole("offset"), -2, -1)],
        "diag_embed" => [x[0].diag_embed(c.Whole("offset"))],
        "tril" => [x[0].tril(c.Whole("k"))],
        "triu" => [x[0].triu(c.Whole("k"))],
        "rot90" => [x[0].rot90(c.Whole("k"), (0, 1))],
        "split" => x[0].split(c.Whole("n"), (int)c.Whole("dim")),
        "chunk" => x[0].chunk(c.Whole("n"), c.Whole("dim")),
        "tensor_split" => x[0].tensor_split(c.Whole("n"), c.Whole("dim")),
        "unique" => x[0].unique(return_inverse: true, return_counts: true) is var (a, b, n) ? [a, b!, n!] : null,
        "bincount" => [x[0].bincount(null, c.Whole("n"))],
        "searchsorted" => [searchsorted(x[0].sort().Values, x[1], right: c.Flag("right"))],
        _ => null,
    };

    private static Tensor[]? Layers(RandomCase c, Tensor[] x)
    {
        Tensor? third = x.Length > 2 ? x[2] : null;
        switch (c.Operation)
        {
            case "linear" or "linear_of_integers": return [F.linear(x[0], x[1], third)];
            case "bilinear": return [F.bilinear(x[0], x[1], x[2], x[3])];
            case "conv2d" or "conv2d_3x3" or "conv2d_of_integers": return [F.conv2d(x[0], x[1], third, c.Wholes("stride"), c.Wholes("padding"), c.Wholes("dilation"), c.Whole("groups"))];
            case "conv3d" or "conv3d_of_integers": return [F.conv3d(x[0], x[1], third, c.Wholes("stride"), c.Wholes("padding"), c.Wholes("dilation"), c.Whole("groups"))];
            case "max_pool3d": return Two(F.max_pool3d_with_indices(x[0], c.Wholes("kernel"), c.Wholes("stride"), c.Wholes("padding"), c.Wholes("dilation"), c.Flag("ceil")));
            case "avg_pool3d": return [F.avg_pool3d(x[0], c.Wholes("kernel"), c.Wholes("stride"), c.Wholes("padding"), c.Flag("ceil"), c.Flag("include"), c.Whole("divisor") is 0 ? null : c.Whole("divisor"))];
            case "adaptive_avg_pool3d": return [F.adaptive_avg_pool3d(x[0], c.Wholes("size"))];
            case "conv1d" or "conv1d_of_integers": return [F.conv1d(x[0], x[1], third, c.Whole("stride"), c.Whole("padding"), c.Whole("dilation"))];
            case "conv_transpose2d" or "conv_transpose2d_of_integers": return [F.conv_transpose2d(x[0], x[1], third, c.Wholes("stride"), c.Wholes("padding"), c.Wholes("extra"), c.Wholes("dilation"), c.Whole("groups"))];
            case "conv_transpose1d": return [F.conv_transpose1d(x[0], x[1], null, c.Whole("stride"), c.Whole("padding"))];
            case "max_pool2d": return Two(F.max_pool2d_with_indices(x[0], c.Wholes("kernel"), c.Wholes("stride"), c.Wholes("padding"), c.Wholes("dilation"), c.Flag("ceil")));
            case "max_pool1d": return Two(F.max_pool1d_with_indices(x[0], c.Whole("kernel"), c.Whole("stride"), c.Whole("padding"), null, c.Flag("ceil")));
            case "avg_pool2d": return [F.avg_pool2d(x[0], c.Wholes("kernel"), c.Wholes("stride"), c.Wholes("padding"), c.Flag("ceil"), c.Flag("include"))];
            case "avg_pool1d": return [F.avg_pool1d(x[0], c.Whole("kernel"), c.Whole("stride"), c.Whole("padding"), c.Flag("ceil"), c.Flag("include"))];
            case "adaptive_avg_pool2d": return [F.adaptive_avg_pool2d(x[0], c.Wholes("size"))];
            case "adaptive_max_pool2d": return Two(F.adaptive_max_pool2d_with_indices(x[0], c.Wholes("size")));
            case "adaptive_avg_pool1d": return [F.adaptive_avg_pool1d(x[0], c.Whole("size"))];
            case "lp_pool2d": return [F.lp_pool2d(x[0], c.Real("p"), c.Whole("kernel"), null, c.Flag("ceil"))];
            case "max_unpool2d": return [F.max_unpool2d(x[0], x[1], [2, 2], null, null, c.Wholes("size"))];
            case "batch_norm":
                var (mean, variance) = (x[3].clone(), x[4].clone());
                return [F.batch_norm(x[0], mean, variance, x[1], x[2], c.Flag("training"), 0.2, 1e-4), mean, variance];
            case "instance_norm": return [F.instance_norm(x[0], null, null, x[1], x[2])];
            case "group_norm": return [F.group_norm(x[0], c.Whole("groups"), x[1], x[2])];
            case "layer_norm": return [F.layer_norm(x[0], x[1].shape, x[1], x[2])];
            case "local_response_norm": return [F.local_response_norm(x[0], c.Whole("size"), 0.3, 0.6, 1.5)];
            case "normalize": return [F.normalize(x[0], c.Real("p"), c.Whole("dim"))];
            case "pad": return [F.pad(x[0], c.Wholes("pad"), c.Choice<PaddingModes>("mode"), c.Word("mode") == "constant" ? 0.7 : 0)];
            case "interpolate" or "interpolate_of_bytes": return [F.interpolate(x[0], c.Wholes("size"), null, c.Choice<InterpolationMode>("mode"), Align(c))];
            case "interpolate_by": return [F.interpolate(x[0], null, [c.Real("factor"), c.Real("factor")], c.Choice<InterpolationMode>("mode"))];
            case "grid_sample": return [F.grid_sample(x[0], x[1], c.Choice<GridSampleMode>("mode"), c.Choice<GridSamplePaddingMode>("padding"), c.Flag("align"))];
            case "affine_grid": return [F.affine_grid(x[0], c.Wholes("size"), c.Flag("align"))];
            case "unfold": return [F.unfold(x[0], Pair(c, "kernel"), Pair(c, "dilation"), Pair(c, "padding"), Pair(c, "stride"))];
            case "fold": return [F.fold(x[0], Pair(c, "size"), Pair(c, "kernel"), null, Pair(c, "padding"), Pair(c, "stride"))];
            case "pixel_shuffle": return [F.pixel_shuffle(x[0], c.Whole("n"))];
            case "pixel_unshuffle": return [F.pixel_unshuffle(x[0], c.Whole("n"))];
            default: return null;
        }
    }

    // Nearest and area know no corners.
    private static bool? Align(RandomCase c) => c.Choice<InterpolationMode>("mode") is InterpolationMode.Nearest or InterpolationMode.Area ? null : c.Flag("align");

    private static Tensor[]? Losses(RandomCase c, Tensor[] x)
    {
        switch (c.Operation)
        {
            case "cosine_similarity": return [F.cosine_similarity(x[0], x[1], c.Whole("dim"))];
            case "pairwise_distance": return [F.pairwise_distance(x[0], x[1], c.Real("p"))];
            case "cross_entropy": return [F.cross_entropy(x[0], x[1], c.Flag("weighted") ? x[2] : null, c.Whole("ignore"), c.Choice<Reduction>("reduction"), c.Real("smoothing"))];
            case "cross_entropy_of_probabilities": return [F.cross_entropy(x[0], x[1], reduction: c.Choice<Reduction>("reduction"), label_smoothing: c.Real("smoothing"))];
            case "margin_ranking_loss": return [F.margin_ranking_loss(x[0], x[1], Signs(x[2], x[0]), 0.4, c.Choice<Reduction>("reduction"))];
            case "multi_margin_loss": return [F.multi_margin_loss(x[0], x[1], (int)c.Whole("p"), 0.9, null, c.Choice<Reduction>("reduction"))];
            case "triplet_margin_loss": return [F.triplet_margin_loss(x[0], x[1], x[2], 0.7, swap: c.Flag("swap"), reduction: c.Choice<Reduction>("reduction"))];
            case "cosine_embedding_loss": return [F.cosine_embedding_loss(x[0], x[1], x[2] * 2 - 1, 0.2, c.Choice<Reduction>("reduction"))];
            case "gaussian_nll_loss": return [F.gaussian_nll_loss(x[0], x[1], x[2], c.Flag("full"), 1e-6f, c.Choice<Reduction>("reduction"))];
            default: return null;
        }
    }

    private static Tensor[] Two((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static Tensor Signs(Tensor zeroOrOne, Tensor like) => (zeroOrOne * 2 - 1).to(like.dtype);

    private static (long, long) Pair(RandomCase c, string name) => (c.Wholes(name)[0], c.Wholes(name)[1]);

    private static float Order(RandomCase c) => (float)c.Real("p");

    private static Tensor To(Tensor x, ScalarType type) => x.dtype == ScalarType.Bool ? x.to(type) : (type == ScalarType.Byte ? x.abs() : x.clamp(-100, 100)).to(type);
}

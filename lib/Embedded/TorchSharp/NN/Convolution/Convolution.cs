using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: geometry, weight <c>[out, in/groups, k...]</c>, bias, and their initialisation.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    /// <summary>Padding before and after each dimension, the last dimension first: what <c>functional.pad</c> takes.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null)
        : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
        {
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
        }

        if (groups <= 0 || in_channels % groups != 0 || out_channels % groups != 0)
        {
            throw new ArgumentException($"{name}: groups ({groups}) must be positive and divide in_channels ({in_channels}) and out_channels ({out_channels}).", nameof(groups));
        }

        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } type)
        {
            SetPadding(type);
        }
        else
        {
            SetPadding(padding ?? new long[kernel_size.Length]);
        }

        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = new Parameter(empty([.. channels, .. kernel_size], dtype, device));
        if (bias)
        {
            this.bias = new Parameter(empty([out_channels], dtype, device));
        }

        reset_parameters();
    }

    /// <summary>
    /// Draws new weights: uniform on ±1/sqrt(fan_in) for weight and bias, by Kaiming's rule with a = sqrt(5), as PyTorch does.
    /// </summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null)
        {
            return;
        }

        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn != 0)
        {
            var bound = 1 / Math.Sqrt(fanIn);
            nn.init.uniform_(bias, -bound, bound);
        }
    }

    /// <summary>Sets the padding of each dimension.</summary>
    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
        _reversed_padding_repeated_twice = [.. padding.Reverse().SelectMany(width => new[] { width, width })];
    }

    /// <summary>Sets the padding by name.</summary>
    public void SetPadding(Padding padding)
    {
        if (transposed)
        {
            throw new ArgumentException("Cannot set padding type on ConvTransposeND");
        }

        if (padding == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        }

        this.padding = null;
        padding_type = padding;
        _reversed_padding_repeated_twice = new long[2 * kernel_size.Length];
        if (padding == Padding.Same)
        {
            for (var i = 0; i < kernel_size.Length; i++)
            {
                var d = kernel_size.Length - 1 - i;
                var total = dilation[d] * (kernel_size[d] - 1);
                _reversed_padding_repeated_twice[2 * i] = total / 2;
                _reversed_padding_repeated_twice[2 * i + 1] = total - total / 2;
            }
        }
    }

    /// <summary>Whether the input is batched or single, with the right number of channels.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
        => (Given(input).ndim == dimensions + 2 && input.size(1) == in_channels) || (input.ndim == dimensions + 1 && input.size(0) == in_channels);

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, value, nameof(weight));
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    public Padding? padding_type { get; private set; }

    public long[]? padding { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }
}

namespace TorchSharp.Modules;

/// <summary>x / (k + alpha/size * sum of squares over size neighbouring channels)^beta (A. Krizhevsky, I. Sutskever and G. Hinton, 2012, "ImageNet classification with deep convolutional neural networks").</summary>
public sealed class LocalResponseNorm : ParameterLessModule<Tensor, Tensor>
{
    internal LocalResponseNorm(long size, double alpha, double beta, double k)
        : base(nameof(LocalResponseNorm))
    {
        this.size = size;
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
    }

    public override Tensor forward(Tensor input) => nn.functional.local_response_norm(input, size, alpha, beta, k);

    public long size { get; set; }

    public double alpha { get; set; }

    public double beta { get; set; }

    public double k { get; set; }
}

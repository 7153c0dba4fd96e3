// exercise 16.lstm (4)
// wrong: without the input in the sum there is no shortcut
static Module<Tensor, Tensor> MyResidualLstm(long size) => new HandMadeLstm(size);

sealed class HandMadeLstm : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> input, recurrent, projection;
    private readonly Parameter peephole;
    private readonly long size;

    public HandMadeLstm(long size) : base("HandMadeLstm")
    {
        this.size = size;
        input = Linear(size, 4 * size);
        recurrent = Linear(size, 4 * size, hasBias: false);
        projection = Linear(size, size, hasBias: false);
        peephole = Parameter(rand(3, size) - 0.5);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = zeros(x.shape[0], size);
        var c = zeros(x.shape[0], size);
        var outputs = new List<Tensor>();
        for (var t = 0L; t < x.shape[1]; t++)
        {
            var sums = (input.call(x.select(1, t)) + recurrent.call(h)).chunk(4, 1);
            var i = (sums[0] + c * peephole[0]).sigmoid();
            var f = (sums[1] + c * peephole[1]).sigmoid();
            c = f * c + i * sums[2].tanh();
            var o = (sums[3] + c * peephole[2]).sigmoid();
            h = o * projection.call(c.tanh());
            outputs.Add(h);
        }

        return stack(outputs, 1);
    }
}

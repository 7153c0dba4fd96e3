// exercise 13.block (4)
// wrong: each layer reads only the layer before it; the maps are joined at the end
sealed class MyBlock : Module<Tensor, Tensor>
{
    private readonly Sequential layers = Sequential();

    public MyBlock(long channels, long k, int count) : base("MyBlock")
    {
        for (var l = 0; l < count; l++)
        {
            var from = l == 0 ? channels : k;
            layers.append(Sequential(BatchNorm2d(from), ReLU(), Conv2d(from, k, 3, padding: 1, bias: false)));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var all = new List<Tensor> { x };
        foreach (var (_, layer) in layers.named_children())
        {
            all.Add(((Module<Tensor, Tensor>)layer).call(all[^1]));
        }

        return cat([.. all], 1);
    }
}

static Module<Tensor, Tensor> DenseBlock(long channels, long k, int layers) => new MyBlock(channels, k, layers);

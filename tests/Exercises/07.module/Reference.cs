// exercise 07.module (4)
sealed class Branches : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, reduce3, conv3, reduce5, conv5, project;
    private readonly MaxPool2d pool = MaxPool2d(3, stride: 1, padding: 1);

    public Branches(long inChannels, long c1, long r3, long c3, long r5, long c5, long proj) : base("Branches")
    {
        conv1 = Conv2d(inChannels, c1, 1);
        reduce3 = Conv2d(inChannels, r3, 1);
        conv3 = Conv2d(r3, c3, 3, padding: 1);
        reduce5 = Conv2d(inChannels, r5, 1);
        conv5 = Conv2d(r5, c5, 5, padding: 2);
        project = Conv2d(inChannels, proj, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => cat(
        [
            F.relu(conv1.call(x)),
            F.relu(conv3.call(F.relu(reduce3.call(x)))),
            F.relu(conv5.call(F.relu(reduce5.call(x)))),
            F.relu(project.call(pool.call(x))),
        ], 1);
}

static Module<Tensor, Tensor> MyModule(long inChannels, long c1, long r3, long c3, long r5, long c5, long proj) =>
    new Branches(inChannels, c1, r3, c3, r5, c5, proj);

// exercise 14.classifier (3)
sealed class MyClassifier : Module<Tensor, Tensor>
{
    private readonly Linear fc1, fc2;

    public MyClassifier(long classes) : base("MyClassifier")
    {
        fc1 = Linear(classes, classes);
        fc2 = Linear(classes, classes);
        init.zeros_(fc2.weight);
        init.zeros_(fc2.bias!);
        RegisterComponents();
    }

    public override Tensor forward(Tensor target) => target + fc2.call(F.relu(fc1.call(target)));
}

static Module<Tensor, Tensor> SourceClassifier(long classes) => new MyClassifier(classes);

// exercise 14.classifier (3)
sealed class MyClassifier : Module<Tensor, Tensor>
{
    public MyClassifier(long classes) : base("MyClassifier") =>
        throw new NotImplementedException("Make fc1 and fc2, fc2 with zeros.");

    public override Tensor forward(Tensor target) =>
        throw new NotImplementedException("Return the source logits of the target logits.");
}

static Module<Tensor, Tensor> SourceClassifier(long classes) => new MyClassifier(classes);

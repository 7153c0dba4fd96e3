// exercise 06.ranking (3)
// wrong: computes gradients but never takes a step
static Tensor Ranker(Tensor features, Tensor positive, int steps)
{
    var layer = Linear(features.shape[1], 1, hasBias: false);
    for (var step = 0; step < steps; step++)
    {
        var scores = layer.call(features).flatten();
        var (sp, sn) = (scores.masked_select(positive.gt(0.5)), scores.masked_select(positive.lt(0.5)));
        F.relu(1 - sp.unsqueeze(1) + sn.unsqueeze(0)).mean().backward();
    }

    return layer.weight.flatten().detach();
}

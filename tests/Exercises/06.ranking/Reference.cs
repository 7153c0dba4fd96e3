// exercise 06.ranking (3)
static Tensor Ranker(Tensor features, Tensor positive, int steps)
{
    var layer = Linear(features.shape[1], 1, hasBias: false);
    var optimizer = optim.Adam(layer.parameters(), 0.05);
    for (var step = 0; step < steps; step++)
    {
        optimizer.zero_grad();
        var scores = layer.call(features).flatten();
        var (sp, sn) = (scores.masked_select(positive.gt(0.5)), scores.masked_select(positive.lt(0.5)));
        F.relu(1 - sp.unsqueeze(1) + sn.unsqueeze(0)).mean().backward();
        optimizer.step();
    }

    return layer.weight.flatten().detach();
}

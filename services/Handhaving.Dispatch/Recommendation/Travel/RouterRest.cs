namespace Handhaving.Dispatch.Recommendation.Travel;

/// <summary>Remembers that the routing engine failed just now, so that not every recommendation waits for it in vain.</summary>
public sealed class RouterRest(RoutingOptions options, TimeProvider clock)
{
    private long until = long.MinValue;

    public bool IsOn => clock.GetUtcNow().UtcTicks < Volatile.Read(ref until);

    public void Begin() => Volatile.Write(ref until, clock.GetUtcNow().AddSeconds(options.RestSeconds).UtcTicks);
}

using Handhaving.Capacity.Blocks;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Layers;

/// <summary>The post a person holds.</summary>
/// <param name="Team">Whose post it is.</param>
/// <param name="Function">Function of the post.</param>
/// <param name="Functions">Functions the person can be rostered in, that of the post included.</param>
/// <param name="Time">How long it lasts.</param>
/// <param name="NightExempt">No work between 00:00 and 06:00.</param>
public sealed record Contract(TenantId Team, string Function, IReadOnlySet<string> Functions, Interval Time, bool NightExempt);

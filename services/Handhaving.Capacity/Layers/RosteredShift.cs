using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Layers;

/// <summary>A shift of the published roster.</summary>
public sealed record RosteredShift(WorkShift Shift, TenantId Team, string Function);

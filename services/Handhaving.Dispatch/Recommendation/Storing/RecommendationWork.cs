using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Recommendation.Storing;

/// <summary>An incident that somebody asks a recommendation for, and whose units may be shown with it.</summary>
public sealed record Asked(Incident Incident, IReadOnlySet<TenantId> Region);

/// <summary>A question for an incident; those of one municipality are read together.</summary>
internal sealed class AskedWork(IncidentName name, CancellationToken cancellation) : GroupedWork(cancellation)
{
    public IncidentName Name { get; } = name;

    public Asked? Answer { get; set; }
}

/// <summary>A recommendation to keep, with its audit line; those of one municipality share a commit.</summary>
internal sealed class KeepWork(IncidentName incident, UnitRecommendation recommendation, AuditLine line, CancellationToken cancellation) : GroupedWork(cancellation)
{
    public IncidentName Incident { get; } = incident;

    public UnitRecommendation Recommendation { get; } = recommendation;

    public AuditLine Line { get; } = line;
}

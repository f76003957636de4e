using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Layers;

/// <summary>The post a person holds.</summary>
/// <param name="Team">Whose post it is.</param>
/// <param name="Function">Function of the post.</param>
/// <param name="Functions">Functions the person can be rostered in, that of the post included.</param>
/// <param name="Time">How long it lasts.</param>
/// <param name="NightExempt">No work between 00:00 and 06:00.</param>
public sealed record Contract(TenantId Team, string Function, IReadOnlySet<string> Functions, Interval Time, bool NightExempt);

/// <summary>A person as the layers count them.</summary>
/// <param name="LentIn">Stretches in which the person works for the team though the post is elsewhere.</param>
/// <param name="Trainee">Works under guidance and does not count as deployable.</param>
/// <param name="Shifts">Shifts, history of a week included.</param>
public sealed record StaffMember(EmployeeId Id, Contract Contract, Competences Competences, Availability Availability, IReadOnlyList<Interval> LentIn, bool Trainee, IReadOnlyList<RosteredShift> Shifts);

/// <summary>A shift of the published roster.</summary>
public sealed record RosteredShift(WorkShift Shift, TenantId Team, string Function);

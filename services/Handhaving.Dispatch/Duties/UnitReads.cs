using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Plans;
using Handhaving.Dispatch.StatusCodes;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Duties;

/// <summary>All that is read of units, who can be or is planned in them and what they report with.</summary>
public sealed record UnitReads(UnitQueries Units, OfficerQueries Officers, StatusCodeQueries Codes, PlanQueries Plans);

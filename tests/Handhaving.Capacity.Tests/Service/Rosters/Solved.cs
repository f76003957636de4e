using Grpc.Core;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>A search over the real door to its end.</summary>
internal static class Solved
{
    // Another search may be at it on this replica: the contract says to come back.
    public static async Task<IReadOnlyList<V1.SolveRosterResponse>> ToTheEndAsync(Person planner, V1.SolveRosterRequest request)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var call = planner.Rosters.SolveRoster(request, planner.Call);
                List<V1.SolveRosterResponse> told = [];
                await foreach (var step in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken)) told.Add(step);
                return told;
            }
            catch (RpcException busy) when (busy.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason is "ROSTER_SOLVER_BUSY")
            {
                await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }
    }
}

using Handhaving.Dispatch;
using Handhaving.Dispatch.Areas.Import;
using Handhaving.Dispatch.Data;

if (args is ["migrate", ..]) return await Migration.RunAsync(args);
if (args is ["import-areas", ..]) return await ImportAreas.RunAsync(args, Console.Out, CancellationToken.None);

await DispatchApp.Build(args).RunAsync();
return 0;

using Handhaving.Dispatch;
using Handhaving.Dispatch.Data;

if (args is ["migrate", ..]) return await Migration.RunAsync(args);

await DispatchApp.Build(args).RunAsync();
return 0;

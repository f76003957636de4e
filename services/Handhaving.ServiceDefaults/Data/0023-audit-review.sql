-- Who judged a line of the audit log, when, and what of it: beside the log, which nobody changes. It is only added to; who judges again adds another.
create table audit_review (
  tenant text not null,
  sequence bigint not null,
  reviewed_at timestamptz not null,
  reviewed_by text not null,
  note text not null,
  primary key (tenant, sequence, reviewed_at, reviewed_by)
);
call protect_tenant_table('audit_review');
grant select, insert on audit_review to {service};

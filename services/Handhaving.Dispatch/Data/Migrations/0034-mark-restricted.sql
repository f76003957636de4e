-- What was reported before 0032. Apart from it: this reads every incident, and may not hold the locks of a changed table meanwhile.
update incident set restricted = true where body->>'source' = 'AnonymousTip' and not restricted;
update assignment a set restricted = true from incident i where i.tenant = a.tenant and i.id = a.incident and i.restricted and a.restricted is not true;
update loan l set restricted = true from incident i
where i.tenant = l.borrower and i.restricted and not l.restricted and starts_with(l.assignment, 'municipalities/' || i.tenant || '/incidents/' || i.id || '/');

-- Who installed the app may do everything in its settings, so that nobody is locked out.
alter table portal add column installed_by text;

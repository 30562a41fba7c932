alter table conference alter column look set default '{"accent": null, "welcome": null, "logo": null}';
update conference set look = look || '{"logo": null}' where look -> 'logo' is null;

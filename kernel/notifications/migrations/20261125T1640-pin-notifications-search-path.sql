alter function notifications.harmless(jsonb) set search_path = pg_temp;

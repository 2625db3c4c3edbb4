/*
 * Runs after the migrations in `supabase start` and `supabase db reset`; never on a hosted project.
 * The plans are part of the schema, so all that is left to do is an account with something to look at.
 *
 * Sign in as ada@example.com with the password `photomemory`.
 */
insert into auth.users (
  instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new
)
values (
  '00000000-0000-0000-0000-000000000000',
  'a0000000-0000-4000-8000-000000000001',
  'authenticated',
  'authenticated',
  'ada@example.com',
  extensions.crypt('photomemory', extensions.gen_salt('bf')),
  now(),
  '{"provider": "email", "providers": ["email"]}',
  '{"display_name": "Ada"}',
  now(),
  now(),
  '',
  '',
  '',
  ''
);

insert into auth.identities (id, user_id, provider_id, provider, identity_data, last_sign_in_at, created_at, updated_at)
values (
  gen_random_uuid(),
  'a0000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001',
  'email',
  '{"sub": "a0000000-0000-4000-8000-000000000001", "email": "ada@example.com"}',
  now(),
  now(),
  now()
);

insert into public.video_projects (id, user_id, title, description, style, duration_seconds)
values (
  'b0000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001',
  'Summer at the lake',
  'A draft to play with: drop some photos in.',
  'classic',
  60
);

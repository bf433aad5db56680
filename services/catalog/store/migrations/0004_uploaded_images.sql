-- Images staff have uploaded; their files are in the image store. `is_shown`: a product or collection has shown it once,
-- so that orders and mails may show it for ever.
create table uploaded_image (
  name        text collate "C" primary key,
  is_shown    boolean not null default false,
  uploaded_at timestamptz not null
);
create index uploaded_image_unshown on uploaded_image (uploaded_at) where not is_shown;

-- A site that is removed shows to nobody from then on; its row stays until everybody who wrote there is forgotten, in portions.
alter table chat.site add column removed_at timestamptz;

ALTER TABLE `messages` ADD `segments` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `segments` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `language` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `sealed_mark` text;
-- CreateTable
CREATE TABLE "webhook_former_secret" (
    "webhook_id" UUID NOT NULL,
    "secret" VARCHAR(100) NOT NULL,
    "signs_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_former_secret_pkey" PRIMARY KEY ("webhook_id","secret")
);

-- CreateIndex
CREATE INDEX "webhook_former_secret_signs_until_idx" ON "webhook_former_secret"("signs_until");

-- AddForeignKey
ALTER TABLE "webhook_former_secret" ADD CONSTRAINT "webhook_former_secret_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "erased_person" (
    "service_name" VARCHAR(250) NOT NULL,
    "id" VARCHAR(100) NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_person_pkey" PRIMARY KEY ("service_name","id")
);

-- CreateIndex
CREATE INDEX "erased_person_erased_at_idx" ON "erased_person"("erased_at");
